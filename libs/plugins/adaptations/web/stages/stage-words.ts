/** The stages as answers to "Where are you with it?", and what each means for who can read the record. Pure. */
import { movesFrom, sharedStages, type AdaptationStage } from '@hub/plugins/adaptations/contract';

export interface StageChoice {
  readonly label: string;
  readonly hint?: string;
  /** What to ask about what was learned. */
  readonly learnedHint: string;
  readonly button: string;
}

const choices = {
  CONSIDERING: {
    label: 'We are thinking about it',
    learnedHint: 'What made you come back to it?',
    button: 'Save',
  },
  ASSESSING: {
    label: 'We are finding out whether it is right for us',
    learnedHint: 'What do you want to find out, and why?',
    button: 'Save',
  },
  ADAPTING: {
    label: 'We will use it, and are changing it to fit',
    hint: 'You get your own copy of the text to change',
    learnedHint: 'Why did you decide to adapt it? Two sentences are enough.',
    button: 'Save',
  },
  TESTING: {
    label: 'We are testing it',
    learnedHint: 'What would make you stop, and how will you know?',
    button: 'Save',
  },
  RUNNING: {
    label: 'It is running',
    learnedHint: 'What changed for people, and what was harder than you thought?',
    button: 'Save',
  },
  STOPPED: {
    label: 'We have stopped',
    hint: 'Stopping is a result. Others learn as much from it',
    learnedHint: 'What would you tell a site that is about to begin?',
    button: 'Record that we stopped',
  },
  DECLINED: {
    label: 'We decided against it',
    hint: 'Deciding against is a result. It saves others the same work',
    learnedHint: 'What would you tell a site that is looking at it, and what will you do instead?',
    button: 'Record our decision',
  },
} satisfies Record<AdaptationStage, StageChoice>;

/** The words for one stage. */
export function stageChoice(stage: AdaptationStage): StageChoice {
  return choices[stage];
}

/** The stages to which an adaptation can go from here, in the order in which they are offered. */
export function stagesAfter(stage: AdaptationStage): readonly AdaptationStage[] {
  return movesFrom[stage];
}

/** The move that the address asks for, where it is allowed. */
export function allowedMove(from: AdaptationStage, asked: string | null): AdaptationStage | null {
  return stagesAfter(from).find((stage) => stage === asked) ?? null;
}

/** Whether the network may read the record already: what was shared once stays shared. */
export function isShared(record: { readonly publishedAt: string | null; readonly shared: boolean }): boolean {
  return record.publishedAt !== null || record.shared;
}

/** Whether moving there opens the record to the network. */
export function opensRecord(record: Parameters<typeof isShared>[0], to: AdaptationStage): boolean {
  return !isShared(record) && sharedStages.includes(to);
}

/** Said while only the site can read the record. */
export const sharingSentence =
  'Only your site can read this record so far. Once it is tested, running, stopped or decided against, everyone signed in to the hub can.';
