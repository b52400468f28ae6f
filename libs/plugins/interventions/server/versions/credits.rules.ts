/** How credits gather in a draft, one for each part and record, newest thanks last; and how one is taken back. Pure. */
import {
  isSectionKey,
  type Component,
  type Credit,
  type NewCredit,
  type SectionText,
  type TakenIn,
} from '@hub/plugins/interventions/contract';
import { mergeSections } from '../description/sections.rules';

export interface Parts {
  readonly sections: readonly SectionText[];
  readonly components: readonly Component[];
}

/** A section's text or a component; null where there is none. */
type PartText = string | Component | null;

/** A credit of a draft. Until it is published, it knows what it changed. */
export interface DraftCredit extends Credit {
  readonly undo?: {
    readonly before: PartText;
    readonly after: PartText;
    /** Where the component stood. */
    readonly place: number;
    /** The credit of a published version in whose place this one came. */
    readonly earlier: Credit | null;
  };
}

interface TakingIn {
  /** The next version's. */
  readonly number: number;
  readonly before: Parts;
  readonly after: Parts;
}

/** The credits of a draft after changes were taken in that its next version will be the first to have. */
export function withCredits(
  credits: readonly DraftCredit[],
  added: readonly NewCredit[],
  { number, before, after }: TakingIn,
): DraftCredit[] {
  const isAgain = (one: Credit) => added.some((other) => isSame(one, other));
  const taken = added.map((one): DraftCredit => {
    const known = credits.find((other) => isSame(one, other));
    const pending = known?.number === number ? known.undo : undefined;
    const undo = {
      before: pending ? pending.before : partOf(before, one),
      after: partOf(after, one),
      place: pending?.place ?? before.components.findIndex(({ key }) => key === one.key),
      earlier: pending ? pending.earlier : earlierOf(known, number),
    };
    return { ...one, number, undo };
  });
  return [...credits.filter((one) => !isAgain(one)), ...taken];
}

export interface TakenBack {
  readonly parts: Parts;
  readonly credits: DraftCredit[];
  /** False where the part was written on since: then it stays as it is, and the credit goes. */
  readonly textPutBack: boolean;
}

/** The draft as if one change had not been taken in. Null where none waits for this version: what is published keeps its credit. */
export function takenBack(
  parts: Parts,
  credits: readonly DraftCredit[],
  change: TakenIn,
  number: number,
): TakenBack | null {
  const credit = credits.find((one) => one.number === number && isSame(one, change));
  if (!credit) return null;
  const { undo } = credit;
  const textPutBack = undo !== undefined && isSameText(partOf(parts, change), undo.after);
  const left = credits.flatMap((one): DraftCredit[] => {
    if (one === credit) return undo?.earlier ? [undo.earlier] : [];
    const isLater = one.undo && undo && isSamePart(one, credit) && isSameText(one.undo.before, undo.after);
    return [isLater ? { ...one, undo: { ...one.undo, before: undo.before, place: undo.place } } : one];
  });
  return { parts: textPutBack ? withPart(parts, change, undo) : parts, credits: left, textPutBack };
}

/** What a version keeps of its credits: nothing by which they could be taken back. */
export function publishedCredits(credits: readonly DraftCredit[]): Credit[] {
  return credits.map(({ undo: _, ...credit }) => credit);
}

function partOf({ sections, components }: Parts, { part, key }: TakenIn): PartText {
  if (part === 'COMPONENT') return components.find((one) => one.key === key) ?? null;
  return sections.find((one) => one.key === key)?.body.trim() || null;
}

function withPart(
  { sections, components }: Parts,
  { key }: TakenIn,
  { before, place }: NonNullable<DraftCredit['undo']>,
): Parts {
  if (isSectionKey(key))
    return { sections: mergeSections(sections, [{ key, body: String(before ?? '') }]), components };
  const others = components.filter((one) => one.key !== key);
  if (before === null || typeof before === 'string') return { sections, components: others };
  return { sections, components: others.toSpliced(place < 0 ? others.length : place, 0, before) };
}

function earlierOf(known: DraftCredit | undefined, number: number): Credit | null {
  return known && known.number < number ? (publishedCredits([known])[0] ?? null) : null;
}

function isSamePart(one: TakenIn, other: TakenIn): boolean {
  return one.part === other.part && one.key === other.key;
}

function isSame(one: TakenIn, other: TakenIn): boolean {
  return one.from === other.from && isSamePart(one, other);
}

function isSameText(one: PartText, other: PartText): boolean {
  if (one === null || other === null || typeof one === 'string' || typeof other === 'string') return one === other;
  const facts = ({ name, description, core, reason }: Component) => JSON.stringify([name, description, core, reason]);
  return facts(one) === facts(other);
}
