/** What a change did to each named part of the source version, and the codes that follow from it. Pure. */
import { answered, codesOn } from './frame-answers';

export type PartAnswer = 'kept' | 'changed' | 'left-out';

export interface PartsWriting {
  readonly answers: Readonly<Record<string, PartAnswer>>;
  readonly coreReason: string;
}

interface TiedChange {
  readonly componentKeys: readonly string[];
  readonly leftOutKeys: readonly string[];
  readonly coreReason: string | null;
}

interface Part {
  readonly key: string;
  readonly core: boolean;
}

/** The answers that a change has so far. */
export function startingParts({ componentKeys, leftOutKeys, coreReason }: TiedChange): PartsWriting {
  const changed = componentKeys.map((key): [string, PartAnswer] => [key, 'changed']);
  const leftOut = leftOutKeys.map((key): [string, PartAnswer] => [key, 'left-out']);
  return { answers: Object.fromEntries([...changed, ...leftOut]), coreReason: coreReason ?? '' };
}

/** Whether something core is left out: then the form asks why, and says who will be told. */
export function leavesOutCore({ answers }: Pick<PartsWriting, 'answers'>, parts: readonly Part[]): boolean {
  return parts.some(({ key, core }) => core && answers[key] === 'left-out');
}

/** What is sent: the keys, the reason where one is asked for, and the codes that leaving out means. */
export function partsInput(writing: PartsWriting, parts: readonly Part[], codes: readonly string[]) {
  const given = (answer: PartAnswer) =>
    parts.filter(({ key }) => writing.answers[key] === answer).map(({ key }) => key);
  const leftOutKeys = given('left-out');
  const core = leavesOutCore(writing, parts);
  return {
    componentKeys: [...given('changed'), ...leftOutKeys],
    leftOutKeys,
    coreReason: core ? writing.coreReason.trim() || null : null,
    codes: leftOutKeys.length > 0 ? withLeftOut(codes, core) : [...codes],
  };
}

/** Something was removed; without a core part it is no longer true to the source, unless somebody said otherwise. */
function withLeftOut(codes: readonly string[], core: boolean): string[] {
  const removed = answered(codes, [], ['what:content', 'content_nature:removed']);
  const saysFidelity = codesOn(codes, 'fidelity').length > 0;
  return core && !saysFidelity ? answered(removed, [], ['fidelity:inconsistent']) : removed;
}

interface LeftOutFacts {
  readonly source: {
    readonly components: readonly { readonly key: string; readonly name: string; readonly core: boolean }[];
  };
  readonly modifications: readonly { readonly leftOutKeys: readonly string[] }[];
  readonly result: { readonly nextVersion: { readonly components: readonly { readonly key: string }[] } | null } | null;
}

/** The core parts that the site's own text does not have any more and of which no change says why. None where the viewer has no such text. */
export function unexplainedCore({ source, modifications, result }: LeftOutFacts) {
  const own = result?.nextVersion?.components;
  if (!own) return [];
  const explained = modifications.flatMap(({ leftOutKeys }) => leftOutKeys);
  return source.components.filter(
    ({ key, core }) => core && !own.some((one) => one.key === key) && !explained.includes(key),
  );
}
