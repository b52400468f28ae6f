/** The rules of what people write: every problem is found before anything is changed. */
import { careModelRef, isCareModelCode, visibilities } from '@hub/core/contract';
import { BadUserInput, type FieldProblem } from '@hub/core/server';
import { isSectionKey, type InterventionRevision, type SectionText } from '@hub/plugins/interventions/contract';
import { componentsOf, problemsOfComponents } from '../description/components.rules';
import { descriptionIn, factsIn, problemsOfDescription, problemsOfFacts } from '../description/description.rules';
import type { SectionInput, WrittenFields } from './intervention.input';
import { notInACommunity } from '../visibility.rules';

/** What a person's input changes, in the hub's words. Throws BAD_USER_INPUT naming each field that cannot be taken. */
export function revisionIn(input: WrittenFields): InterventionRevision {
  const problems = problemsIn(input);
  if (problems.length > 0) throw new BadUserInput(problems);
  const visibility = visibilities.find((known) => known.toUpperCase() === input.visibility);
  return {
    ...(typeof input.title === 'string' ? { title: input.title.trim() } : {}),
    ...(typeof input.summary === 'string' ? { summary: input.summary.trim() } : {}),
    ...(input.modelTypes ? { careModels: [...new Set(input.modelTypes)].map(careModelRef) } : {}),
    ...(input.maturity ? { maturity: input.maturity } : {}),
    ...(visibility ? { visibility } : {}),
    ...(input.sections ? { sections: input.sections.filter(isSectionText) } : {}),
    ...(input.components ? { components: componentsOf(input.components) } : {}),
    ...(input.description ? { description: descriptionIn(input.description) } : {}),
    facts: factsIn(input),
  };
}

/** What is wrong with an input, each problem with the path of its field and a sentence. */
export function problemsIn(input: WrittenFields): FieldProblem[] {
  return [
    ...blank('input.title', input.title, 'Enter a title'),
    ...blank('input.summary', input.summary, 'Enter a summary of a sentence or two'),
    ...problemsOfCareModels(input.modelTypes ?? null),
    ...problemsOfVisibility(input.visibility ?? null),
    ...problemsOfSections(input.sections ?? []),
    ...problemsOfComponents(input.components ?? []),
    ...problemsOfDescription(input.description ?? {}),
    ...problemsOfFacts(input),
  ];
}

function blank(path: string, text: string | null | undefined, message: string): FieldProblem[] {
  return typeof text === 'string' && text.trim() === '' ? [{ path, message }] : [];
}

function problemsOfCareModels(codes: readonly string[] | null): FieldProblem[] {
  if (!codes) return [];
  if (codes.length === 0) return [{ path: 'input.modelTypes', message: 'Choose at least one care model' }];
  return codes.flatMap((code, at) =>
    isCareModelCode(code) ? [] : [{ path: `input.modelTypes.${at}`, message: `There is no care model called ${code}` }],
  );
}

function problemsOfVisibility(visibility: WrittenFields['visibility']): FieldProblem[] {
  if (visibility !== 'COMMUNITY') return [];
  return [{ path: 'input.visibility', message: `${notInACommunity}. Choose who else can see it` }];
}

function problemsOfSections(sections: readonly SectionInput[]): FieldProblem[] {
  return sections.flatMap(({ key }, at) => {
    const path = `input.sections.${at}.key`;
    if (!isSectionKey(key)) return [{ path, message: `There is no section called ${key}` }];
    const first = sections.findIndex((section) => section.key === key);
    return first < at ? [{ path, message: `The section ${key} is here twice. Send it once` }] : [];
  });
}

function isSectionText(section: SectionInput): section is SectionText {
  return isSectionKey(section.key);
}
