/** What a thread bears on: lessons and enablers of the publications by number, and free tags. Pure. */
import enablers from '@hub/core/contract/reference/enablers.json' with { type: 'json' };
import lessons from '@hub/core/contract/reference/lessons.json' with { type: 'json' };
import { BadUserInput, type FieldProblem } from '@hub/core/server';

/** Tags as they are sent; what is not named stays as it is. */
export interface TagsInput {
  readonly lessons?: readonly number[] | null;
  readonly enablers?: readonly number[] | null;
  readonly tags?: readonly string[] | null;
}

export interface Tags {
  readonly lessons: number[];
  readonly enablers: number[];
  readonly tags: string[];
}

/** The tags that an input names, as they are kept. Throws BAD_USER_INPUT for numbers that no lesson or enabler has. */
export function tagsIn(input: TagsInput): Partial<Tags> {
  const problems = [
    ...unknown('lessons', input.lessons, lessons.lessons, 'lesson'),
    ...unknown('enablers', input.enablers, enablers.enablers, 'enabler'),
  ];
  if (problems.length > 0) throw new BadUserInput(problems);
  return {
    ...(input.lessons ? { lessons: inOrder(input.lessons) } : {}),
    ...(input.enablers ? { enablers: inOrder(input.enablers) } : {}),
    ...(input.tags ? { tags: [...new Set(input.tags.map(tidyTag).filter((tag) => tag !== ''))] } : {}),
  };
}

/** A free tag as it is kept and looked for: small letters, one space between words, no # before it. */
export function tidyTag(tag: string): string {
  return tag
    .toLocaleLowerCase('en-GB')
    .replace(/\s+/g, ' ')
    .replace(/^[\s#]+/, '')
    .trim();
}

function unknown(
  name: string,
  numbers: readonly number[] | null | undefined,
  known: readonly { readonly number: number }[],
  noun: string,
): FieldProblem[] {
  return (numbers ?? []).flatMap((number, at) =>
    known.some((each) => each.number === number)
      ? []
      : [{ path: `input.${name}.${at}`, message: `There is no ${noun} with the number ${number}` }],
  );
}

function inOrder(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}
