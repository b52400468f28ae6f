/** The further questions about a change, one page each, in the order in which they are asked. Pure. */
import type { AdaptationStage } from '@hub/graphql';
import { codesOn, codeWords, kindAxes, kindsOf, mayTouchCore, changeKinds, missingAxes } from './frame-answers';
import { sectionWords } from '../words';

/** What the questions read of a change. */
export interface ChangeFacts {
  readonly what: string;
  readonly why: string;
  readonly codes: readonly string[];
  readonly sectionKeys: readonly string[];
}

export const questionIds = [
  'words',
  'sections',
  'kind',
  'goal',
  'reasons',
  'planning',
  'when',
  'decided',
  'level',
  'fidelity',
] as const;
export type QuestionId = (typeof questionIds)[number];

export interface ChangeQuestion {
  /** The question, as the page's heading. */
  readonly question: string;
  /** Its name in the list of answers. */
  readonly name: string;
  /** The axes of FRAME that it owns; none for what is not coded. */
  readonly axes: readonly string[];
  /** The answers in words; empty while there are none. */
  readonly answers: (change: ChangeFacts) => string[];
}

const reasonAxes = ['reason_recipient', 'reason_provider', 'reason_organisation', 'reason_sociopolitical'] as const;

/** People, staff, setting, rules: what about a place can make a change needed, each with its axis of FRAME. */
export const reasonGroups = [
  { axis: 'reason_recipient', label: 'People', hint: 'Something about the people it is for' },
  { axis: 'reason_provider', label: 'Staff', hint: 'Something about those who do it' },
  { axis: 'reason_organisation', label: 'Setting', hint: 'Something about the place, the time or the money' },
  { axis: 'reason_sociopolitical', label: 'Rules', hint: 'Law, policy, funding or what is customary' },
] as const satisfies readonly { axis: (typeof reasonAxes)[number]; label: string; hint: string }[];

export const changeQuestions = {
  words: { question: 'What did you change, and why?', name: 'What and why', axes: [], answers: ({ what }) => [what] },
  sections: {
    question: 'Which part changed?',
    name: 'Part',
    axes: [],
    answers: ({ sectionKeys }) => sectionKeys.map(sectionWords),
  },
  kind: {
    question: 'What kind of change is it?',
    name: 'Kind of change',
    axes: kindAxes,
    answers: ({ codes }) => kindsOf(codes).map(kindWords),
  },
  goal: coded('What was the change meant to achieve?', 'Aim', ['goal']),
  reasons: coded('What about here made it needed?', 'What made it needed', reasonAxes),
  planning: coded('Was it planned, or a response to something?', 'Planned', ['planning']),
  when: coded('When was the change made?', 'When', ['when']),
  decided: {
    question: 'Who decided?',
    name: 'Who decided',
    axes: ['decided_by', 'final_decision_by'],
    answers: ({ codes }) => codesOn(codes, 'decided_by').map((code) => decidedWords(code, codes)),
  },
  level: coded('How widely does it apply?', 'How widely', ['level']),
  fidelity: coded('Does it keep what makes it work?', 'Keeps what makes it work', ['fidelity']),
} as const satisfies Record<QuestionId, ChangeQuestion>;

/** Whether a text in the address names a question. */
export function isQuestionId(text: string | null): text is QuestionId {
  return text !== null && Object.hasOwn(changeQuestions, text);
}

/** The question after this one, or null after the last. */
export function questionAfter(id: QuestionId): QuestionId | null {
  return questionIds[questionIds.indexOf(id) + 1] ?? null;
}

/**
 * Whether everything that FRAME requires has been answered. The "why" that every change has stands for FRAME's free-text reason,
 * and a change need not belong to one section, so neither is waited for.
 */
export function isFullyCoded({ codes }: Pick<ChangeFacts, 'codes'>): boolean {
  return missingAxes(codes).length === 0;
}

/** The first question that FRAME still waits for, or null when it has all. */
export function nextOpenQuestion({ codes }: Pick<ChangeFacts, 'codes'>): QuestionId | null {
  const open = new Set(missingAxes(codes).map(({ id }) => id));
  return questionIds.find((id) => changeQuestions[id].axes.some((axis) => open.has(axis))) ?? null;
}

/** The point in time that the stage of the adaptation suggests, as a code. */
export function whenAtStage(stage: AdaptationStage): string {
  switch (stage) {
    case 'CONSIDERING':
    case 'ASSESSING':
    case 'ADAPTING':
    case 'DECLINED':
      return 'when:pre_implementation';
    case 'TESTING':
      return 'when:implementation';
    case 'RUNNING':
    case 'STOPPED':
      return 'when:maintenance';
  }
}

/** The stage that an adaptation had at a moment: the last that had begun by then, else the first. */
export function stageAt(
  history: readonly { readonly stage: AdaptationStage; readonly at: string }[],
  moment: string,
): AdaptationStage {
  return history.findLast(({ at }) => at <= moment)?.stage ?? history[0]?.stage ?? 'CONSIDERING';
}

/** A remark for the question about what makes it work, where the kind of change calls for one. */
export function fidelityHint(codes: readonly string[]): string | undefined {
  if (!mayTouchCore(codes)) return undefined;
  return 'You left something out, swapped or loosened it. If the core parts are intact all the same, say how in “why”';
}

function coded(question: string, name: string, axes: readonly string[]): ChangeQuestion {
  return { question, name, axes, answers: ({ codes }) => codesOn(codes, ...axes).map(codeWords) };
}

function kindWords(code: string): string {
  const choices = changeKinds.flatMap((group) => group.choices);
  return choices.find(({ value }) => value === code)?.label ?? codeWords(code);
}

function decidedWords(code: string, codes: readonly string[]): string {
  const final = codesOn(codes, 'final_decision_by')[0];
  const hadFinalSay = final !== undefined && final.split(':')[1] === code.split(':')[1];
  return hadFinalSay ? `${codeWords(code)} (had the final say)` : codeWords(code);
}
