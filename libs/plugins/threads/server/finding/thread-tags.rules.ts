/** What a thread bears on: lessons and enablers of the publications by number, and free tags. Pure. */
import {
  BadUserInput,
  lessonsAndEnablersIn,
  unknownLessonsAndEnablers,
  type LessonsAndEnablers,
} from '@hub/core/server';

/** Tags as they are sent; what is not named stays as it is. */
export interface TagsInput extends LessonsAndEnablers {
  readonly tags?: readonly string[] | null;
}

export interface Tags {
  readonly lessons: number[];
  readonly enablers: number[];
  readonly tags: string[];
}

/** The tags that an input names, as they are kept. Throws BAD_USER_INPUT for numbers that no lesson or enabler has. */
export function tagsIn(input: TagsInput): Partial<Tags> {
  const problems = unknownLessonsAndEnablers(input, (noun, number) => `There is no ${noun} with the number ${number}`);
  if (problems.length > 0) throw new BadUserInput(problems);
  return {
    ...lessonsAndEnablersIn(input),
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
