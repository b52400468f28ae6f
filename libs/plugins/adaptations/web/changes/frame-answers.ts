/**
 * From plain questions to FRAME codes and back. A question owns some axes of FRAME: answering it replaces the codes on those axes
 * and leaves all others as they are, so that what one page does not ask is never lost. Pure.
 */
import { frameAxes, frameCode, type FrameAxis } from '@hub/plugins/adaptations/contract';

export interface AnswerChoice {
  /** A FRAME code, `axis:value`. */
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

/** Where the pages have words of their own for a value of FRAME. */
const plainWords: Readonly<Record<string, AnswerChoice>> = {
  'fidelity:consistent': kind('fidelity:consistent', 'Yes', 'Its core parts, or what they do, are kept'),
  'fidelity:inconsistent': kind('fidelity:inconsistent', 'No', 'A core part, or what it does, was changed'),
  'fidelity:unknown': kind('fidelity:unknown', 'Not sure', 'Nobody has written down what its core parts are'),
};

/** The values of one axis as choices, in FRAME's order. Empty for an axis that FRAME does not have. */
export function choicesOn(axisId: string): AnswerChoice[] {
  return valuesOf(axisId).map(({ id, label, hint }) => {
    const value = `${axisId}:${id}`;
    return plainWords[value] ?? kind(value, label, hint);
  });
}

/** The codes on these axes. */
export function codesOn(codes: readonly string[], ...axes: readonly string[]): string[] {
  return codes.filter((code) => axes.includes(axisOf(code)));
}

/** The codes after a question that owns these axes was answered. Each code once, in FRAME's order of axes. */
export function answered(codes: readonly string[], axes: readonly string[], answers: readonly string[]): string[] {
  const others = codes.filter((code) => !axes.includes(axisOf(code)));
  return inOrder([...new Set([...others, ...answers])]);
}

/** The axes that say what kind of change it is. */
export const kindAxes = ['what', 'content_nature', 'context_type'] as const;

/** The kinds of change in plain words, grouped as people think of them. Each is the code of its most particular axis. */
export const changeKinds: readonly { readonly heading: string; readonly choices: readonly AnswerChoice[] }[] = [
  {
    heading: 'What is done',
    choices: [
      kind('content_nature:added', 'Something was added'),
      kind('content_nature:removed', 'Something was left out'),
      kind('content_nature:shortened', 'It was made shorter or quicker'),
      kind('content_nature:lengthened', 'It was made longer or slower'),
      kind('content_nature:substituted', 'One part was swapped for another'),
      kind('content_nature:reordered', 'Parts are done in another order'),
      kind('content_nature:tailored', 'Details or wording were adjusted'),
      kind('content_nature:packaging', 'Leaflets, forms or the look changed'),
    ],
  },
  {
    heading: 'Who, where and for whom',
    choices: [
      kind('context_type:personnel', 'Someone else does it'),
      kind('context_type:setting', 'It happens somewhere else'),
      kind('context_type:population', 'It is for other people'),
      kind('context_type:format', 'It is done another way', 'Such as by telephone instead of face to face'),
    ],
  },
  {
    heading: 'Around it',
    choices: [
      kind('what:training_evaluation', 'How staff are trained, or how it is measured'),
      kind('what:implementation', 'How it is put in place or spread'),
    ],
  },
];

/** Rarer kinds, one press away. */
export const rarerKinds: readonly AnswerChoice[] = choicesOn('content_nature').filter(
  ({ value }) => !changeKinds.some(({ choices }) => choices.some((choice) => choice.value === value)),
);

/** The codes that chosen kinds mean: a nature of the content says that the content changed, and so for the context. */
export function codesOfKinds(kinds: readonly string[]): string[] {
  const what = [
    ...(kinds.some((code) => axisOf(code) === 'content_nature') ? ['what:content'] : []),
    ...(kinds.some((code) => axisOf(code) === 'context_type') ? ['what:context'] : []),
  ];
  return inOrder([...new Set([...what, ...kinds])]);
}

/** The kinds that codes mean: what `codesOfKinds` was given. */
export function kindsOf(codes: readonly string[]): string[] {
  return codesOn(codes, ...kindAxes).filter((code) => code !== 'what:content' && code !== 'what:context');
}

/** The axes whose question is required and shown for these codes, and that have no code yet. */
export function missingAxes(codes: readonly string[]): FrameAxis[] {
  return frameAxes.filter((axis) => axis.required && isShown(axis, codes) && codesOn(codes, axis.id).length === 0);
}

/** Whether FRAME asks this axis, given what was answered so far. */
export function isShown({ when_shown: when }: FrameAxis, codes: readonly string[]): boolean {
  return when === null || codes.includes(`${when.axis}:${when.includes}`);
}

/** A code in plain words; the code itself where it is not known. */
export function codeWords(code: string): string {
  return plainWords[code]?.label ?? frameCode(code)?.value.label ?? code;
}

/** Only those who took part can have had the final say: drops one who is no longer among them. */
export function withFinalSayAmong(codes: readonly string[]): string[] {
  const part = new Set(codesOn(codes, 'decided_by').map(valueOf));
  return codes.filter((code) => axisOf(code) !== 'final_decision_by' || part.has(valueOf(code)));
}

/** Codes after which FRAME asks why the core parts are still intact. */
const mayTouchTheCore = ['drift_returned', 'drift_stayed', 'removed', 'substituted', 'loosened', 'folded_into_other'];

/** Whether the kind of change makes "keeps what makes it work" worth a sentence of explanation. */
export function mayTouchCore(codes: readonly string[]): boolean {
  return codesOn(codes, 'content_nature').some((code) => mayTouchTheCore.includes(valueOf(code)));
}

export function axisOf(code: string): string {
  return code.split(':', 1)[0] ?? '';
}

export function valueOf(code: string): string {
  return code.slice(code.indexOf(':') + 1);
}

function kind(value: string, label: string, hint?: string): AnswerChoice {
  return hint ? { value, label, hint } : { value, label };
}

function valuesOf(axisId: string): FrameAxis['values'] {
  return frameAxes.find((axis) => axis.id === axisId)?.values ?? [];
}

function inOrder(codes: readonly string[]): string[] {
  const order = frameAxes.map((axis) => axis.id);
  return codes.toSorted((a, b) => order.indexOf(axisOf(a)) - order.indexOf(axisOf(b)));
}
