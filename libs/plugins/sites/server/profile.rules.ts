/** What people say of themselves, made ready to be stored. Pure. */
import { careModelCodes, careModelRef, type EntityRef } from '@hub/core/contract';
import { BadUserInput, type FieldProblem } from '@hub/core/server';
import { professionalGroups } from '@hub/plugins/sites/contract';

export interface UpdateProfileInput {
  readonly displayName?: string | null;
  readonly roleTitle?: string | null;
  readonly professionalGroup?: string | null;
  readonly skills?: readonly string[] | null;
  readonly interests?: readonly string[] | null;
  readonly modelTypes?: readonly string[] | null;
  readonly pronouns?: string | null;
  readonly bio?: string | null;
}

/** What changes: undefined stays as it is. */
export interface ProfileChange {
  readonly displayName?: string;
  readonly roleTitle?: string | null;
  readonly professionalGroup?: string | null;
  readonly skills?: string[];
  readonly interests?: string[];
  readonly careModels?: EntityRef[];
  readonly pronouns?: string | null;
  readonly bio?: string | null;
}

/** Throws BAD_USER_INPUT naming each field that cannot be stored. */
export function profileChange(input: UpdateProfileInput): ProfileChange {
  const problems = [...nameProblems(input), ...groupProblems(input), ...careModelProblems(input)];
  if (problems.length > 0) throw new BadUserInput(problems);
  return {
    displayName: input.displayName ? oneLine(input.displayName) : undefined,
    roleTitle: textOrNull(input.roleTitle),
    professionalGroup: textOrNull(input.professionalGroup),
    skills: tags(input.skills),
    interests: tags(input.interests),
    careModels: careModels(input.modelTypes),
    pronouns: textOrNull(input.pronouns),
    bio: input.bio === undefined ? undefined : input.bio?.trim() || null,
  };
}

function nameProblems({ displayName }: UpdateProfileInput): FieldProblem[] {
  if (displayName === undefined || displayName?.trim()) return [];
  return [{ path: 'input.displayName', message: 'Enter your name' }];
}

function groupProblems({ professionalGroup }: UpdateProfileInput): FieldProblem[] {
  if (!professionalGroup?.trim() || professionalGroups.some(({ name }) => name === professionalGroup.trim())) return [];
  return [{ path: 'input.professionalGroup', message: 'Choose a professional group from the list' }];
}

function careModelProblems({ modelTypes }: UpdateProfileInput): FieldProblem[] {
  const known: readonly string[] = careModelCodes;
  if (!modelTypes?.some((code) => !known.includes(code.toUpperCase()))) return [];
  return [{ path: 'input.modelTypes', message: `Choose care models: ${careModelCodes.join(', ')}` }];
}

function careModels(codes: readonly string[] | null | undefined): EntityRef[] | undefined {
  if (codes === undefined) return undefined;
  return [...new Set((codes ?? []).map(careModelRef))];
}

function textOrNull(text: string | null | undefined): string | null | undefined {
  return text === undefined ? undefined : oneLine(text ?? '') || null;
}

/** Each once, whatever its case. */
function tags(texts: readonly string[] | null | undefined): string[] | undefined {
  if (texts === undefined) return undefined;
  const byKey = new Map((texts ?? []).map((text) => [oneLine(text).toLowerCase(), oneLine(text)]));
  return [...byKey.values()].filter((text) => text !== '');
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
