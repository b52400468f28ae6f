/** The rules of a community, as pure functions. */
import { randomBytes } from 'node:crypto';
import slugify from '@sindresorhus/slugify';
import { careModelRef, isCareModelCode, type EntityRef, type Visibility } from '@hub/core/contract';
import { badInput } from '@hub/core/server';
import type { CommunityKind } from '@hub/plugins/communities/contract';

const longestName = 80;
/** Parts of addresses that are pages of their own. */
const pages = ['new'];

/** Who sees that it is there, and what it is for. */
export const visibilityOf: Readonly<Record<CommunityKind, Visibility>> = {
  OPEN: 'public',
  CLOSED: 'network',
  PRIVATE: 'community',
};

/** Who sees what is said inside. */
export function visibilityInside(kind: CommunityKind): 'network' | 'community' {
  return kind === 'OPEN' ? 'network' : 'community';
}

/** The care models with these codes, each once. Throws BAD_USER_INPUT when there is none, or for an unknown code. */
export function careModelsOf(codes: readonly string[]): EntityRef[] {
  const unknown = codes.find((code) => !isCareModelCode(code));
  if (unknown !== undefined) throw badInput('input.modelTypes', `"${unknown}" is not the code of a care model`);
  if (codes.length === 0) throw badInput('input.modelTypes', 'Choose at least 1 care model');
  return [...new Set(codes.map(careModelRef))];
}

/** On one line. */
export function tidy(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

/** What a name asks for in addresses; still to be made unique. Of a private one it says nothing: others would find it taken. */
export function addressOf(name: string, kind: CommunityKind): string {
  if (kind === 'PRIVATE') return `c-${randomBytes(8).toString('hex')}`;
  const slug = slugify(name, { decamelize: false });
  return slug.slice(0, longestName).replace(/^-+|-+$/g, '') || 'community';
}

/** The wanted name, or the first of `name-2`, `name-3` and so on that is not taken. */
export function firstFree(wanted: string, taken: readonly string[]): string {
  const used = new Set([...pages, ...taken]);
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? wanted : `${wanted}-${number}`;
    if (!used.has(candidate)) return candidate;
  }
}
