/** The rules of a thread as a whole, as pure functions. */
import { createHash } from 'node:crypto';
import slugify from '@sindresorhus/slugify';
import { careModelRef, isCareModelCode, type EntityRef } from '@hub/core/contract';
import { badInput, Forbidden } from '@hub/core/server';
import type { ThreadRecord } from './thread.record';

const longestName = 80;
const longestOpening = 280;

/** The care models with these codes, each once. Throws BAD_USER_INPUT at `path` when there is none, or for an unknown code. */
export function careModelsOf(codes: readonly string[], path: string): EntityRef[] {
  const unknown = codes.find((code) => !isCareModelCode(code));
  if (unknown !== undefined) throw badInput(path, `"${unknown}" is not the code of a care model`);
  if (codes.length === 0) throw badInput(path, 'Choose at least 1 care model');
  return [...new Set(codes.map(careModelRef))];
}

/** A title on one line. */
export function tidyTitle(title: string): string {
  return title.trim().replace(/\s+/g, ' ');
}

/** How a reference begins for a thread with this title. */
export function nameOfTitle(title: string): string {
  return (
    slugify(title)
      .slice(0, longestName)
      .replace(/^-+|-+$/g, '') || 'discussion'
  );
}

/** The same for one about something that only some may see: a name that nobody else would come by. */
export function nameOfTitleAbout(title: string, about: EntityRef): string {
  return `${nameOfTitle(title)}-${createHash('sha256').update(`${about} ${title}`).digest('hex').slice(0, 10)}`;
}

/** The first of name, name-2, name-3 and so on that is not taken. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${name}-${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}

/** The opening of a thread's first post, for the directory. Empty once that post is removed. */
export function openingOf(body: string): string {
  const line = body.trim().replace(/\s+/g, ' ');
  return line.length <= longestOpening ? line : `${[...line].slice(0, longestOpening).join('').trimEnd()}…`;
}

/** Throws FORBIDDEN when nobody can reply any more. */
export function requireUnlocked(thread: Pick<ThreadRecord, 'locked' | 'lockedReason'>): void {
  if (!thread.locked) return;
  const why = thread.lockedReason ? ` The reason given: ${thread.lockedReason}` : '';
  throw new Forbidden(`This discussion is locked, so nobody can reply.${why}`);
}

/** Throws BAD_USER_INPUT when the thread asks nothing. */
export function requireQuestion(thread: Pick<ThreadRecord, 'kind'>): void {
  if (thread.kind !== 'QUESTION') throw badInput('input.thread', 'Only a question can have an accepted answer');
}
