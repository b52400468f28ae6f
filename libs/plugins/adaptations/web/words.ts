/** The words of this plugin's pages for sections, kinds of finding and judgements. */
import type { AdaptationDecision, SuitabilityKind } from '@hub/graphql';
import { headingOf, isSectionKey } from '@hub/plugins/interventions/contract';
import { inSentence } from './ending-words';

/** The page's heading for a section key; the key itself where a later version of the hub knows more than this page. */
export function sectionWords(key: string): string {
  return isSectionKey(key) ? headingOf(key) : key;
}

/** "who does it", for the middle of a sentence. */
export function sectionInSentence(key: string): string {
  return inSentence(sectionWords(key));
}

/** Yes, No, Not sure. */
export function yesNo(answer: boolean | null): string {
  if (answer === null) return 'Not sure';
  return answer ? 'Yes' : 'No';
}

/** What `planned` means on the page; null where nobody has said. */
export function plannedWords(planned: boolean | null): string | null {
  if (planned === null) return null;
  return planned ? 'Planned' : 'Made on the spot';
}

/** What was decided. Changes that came after "as it is" are said with it. */
export function decisionWords(decision: AdaptationDecision, changes: number): string {
  switch (decision) {
    case 'ADOPTED':
      return changes > 0 ? 'Use it as it is. Changes came later' : 'Use it as it is';
    case 'ADAPTED':
      return 'Change it to fit';
    case 'DECLINED':
      return 'Not for us';
  }
}

interface KindWords {
  readonly task: string;
  readonly heading: string;
  /** What the form asks to be named. */
  readonly titleLabel: string;
  readonly titleHint: string;
  readonly findingLabel: string;
}

/** Each way of finding out whether an intervention is right for a site, in the order of the task list. */
export const findingKinds = {
  CONTEXT_COMPARISON: {
    task: 'Compare our context',
    heading: 'How our context compares',
    titleLabel: 'What did you compare?',
    titleHint: 'For example, people served, partners, staff, money, roads and rooms',
    findingLabel: 'What is different here, and does it matter?',
  },
  DATA_AUDIT: {
    task: 'Look at our data',
    heading: 'What our data says',
    titleLabel: 'What question did you ask of your data?',
    titleHint: 'For example, is there demand here for a breathlessness clinic?',
    findingLabel: 'What did you look at, and what did it show?',
  },
  STAKEHOLDER_EVENT: {
    task: 'Ask who would run it',
    heading: 'What those who would run it say',
    titleLabel: 'Who took part?',
    titleHint: 'Roles and numbers, such as 31 GPs and 6 nurses from 17 practices. No names of patients',
    findingLabel: 'What did they say?',
  },
  PATIENT_VOICE: {
    task: 'Hear from patients',
    heading: 'What patients and families say',
    titleLabel: 'Who did you hear from?',
    titleHint: 'Groups, such as 4 members of the patient panel. No names and no details of a person’s care',
    findingLabel: 'What matters to them?',
  },
  OTHER: {
    task: 'Anything else',
    heading: 'What else we found out',
    titleLabel: 'What did you look into?',
    titleHint: 'A few words',
    findingLabel: 'What did you find out?',
  },
} as const satisfies Record<SuitabilityKind, KindWords>;

export const findingKindOrder = Object.keys(findingKinds) as SuitabilityKind[];

/** Whether a text names a kind of finding. */
export function isFindingKind(text: string | null): text is SuitabilityKind {
  return text !== null && Object.hasOwn(findingKinds, text);
}

/** The task's words: in care homes one hears from residents. */
export function findingTask(kind: SuitabilityKind, careModels: readonly string[]): string {
  if (kind === 'PATIENT_VOICE' && careModels.includes('EHCH')) return 'Hear from residents';
  return findingKinds[kind].task;
}
