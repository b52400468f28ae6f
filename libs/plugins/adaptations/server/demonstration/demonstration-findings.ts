/** What the demonstration's sites found out and changed, in the hub's words. Pure. */
import type { AdaptationInFile } from './demonstration-course';
import { codingOf } from './demonstration-codes';
import { after, morningOf, startOf } from './demonstration-course';
import type { RecordModification, RecordSuitability } from '../suitability/findings.service';

type Finding = Omit<RecordSuitability, 'adaptation'>;
type Change = Omit<RecordModification, 'adaptation'>;

export interface Dated<Fact> {
  readonly at: Date;
  readonly fact: Fact;
}

/** The audit, then each event on its day, then what is different here. */
export function findingsOf(adaptation: AdaptationInFile): Dated<Finding>[] {
  const { dataAudit, stakeholderEvents, contextDifferences } = adaptation.suitability;
  const days = stakeholderEvents.map(({ date }) => morningOf(date));
  const first = days[0] ?? startOf(adaptation);
  const last = days.at(-1) ?? first;
  const audit: Finding = {
    kind: 'DATA_AUDIT',
    title: dataAudit.question,
    finding: `${dataAudit.method}\n\n${dataAudit.finding}`,
    figures: figuresOf[adaptation.slug] ?? [],
  };
  const events = stakeholderEvents.map(({ date, who, what }): Dated<Finding> => {
    const happenedOn = morningOf(date);
    const kind = isVoice(who) ? 'PATIENT_VOICE' : 'STAKEHOLDER_EVENT';
    const statements = kind === 'PATIENT_VOICE' ? (statementsOf[adaptation.slug] ?? []) : [];
    return { at: after(happenedOn, 60), fact: { kind, title: who, finding: what, happenedOn, statements } };
  });
  const comparison: Finding = {
    kind: 'CONTEXT_COMPARISON',
    title: 'What is different here',
    finding: contextDifferences.map((difference) => `- ${difference}`).join('\n'),
    matters: mattersIn[adaptation.slug] ?? [],
  };
  return [{ at: after(first, 30), fact: audit }, ...events, { at: after(last, 90), fact: comparison }];
}

/** Each change, with the codes and the parts that the file's words about it come to. */
export function changesOf({ slug, modifications }: AdaptationInFile): Change[] {
  return modifications.map(({ whatChanged, why }, at) => ({ what: whatChanged, why, ...codingOf(slug, at) }));
}

/** The panels and families that the file tells of: they speak for themselves. */
function isVoice(who: string): boolean {
  return /^Patient panel/.test(who);
}

/** Those differences between the two profiles of which the file's texts speak. */
const mattersIn: Partial<Record<string, readonly string[]>> = {
  'oakenshore-team-meetings': ['People served'],
  'tollbridge-first-contact-physio': ['People served'],
  'northvale-care-navigation': ['People served'],
  'thistledown-crisis-cafe': ['People served', 'Partners, by kind'],
  'lindenshire-shared-worklist': ['People served'],
};

/** What the file has people say of themselves. */
const statementsOf: Partial<Record<string, readonly string[]>> = {
  'northvale-i-statements': ['I know when to come back'],
};

/** The numbers in the texts of the audits. */
const figuresOf: Partial<Record<string, Finding['figures']>> = {
  'northvale-cough-from-breathlessness': [
    { label: 'Letters read', value: 412, unit: 'letters' },
    { label: 'Cough the main reason', value: 148, unit: 'letters' },
    { label: 'Breathlessness the main reason', value: 31, unit: 'letters' },
  ],
  'eastmere-transfer-bag': [
    { label: 'Arrivals looked at', value: 58, unit: 'arrivals' },
    { label: 'Had no papers', value: 22, unit: 'arrivals' },
    { label: 'Had papers for someone else', value: 9, unit: 'arrivals' },
  ],
  'corvenmoor-declines-video': [
    { label: 'Calls read', value: 60, unit: 'calls' },
    { label: 'Video would have changed', value: 9, unit: 'calls' },
  ],
  'fenmarsh-team-meetings': [
    { label: 'People in the hub', value: 310, unit: 'people' },
    { label: 'Needed one agreed plan', value: 140, unit: 'people' },
  ],
  'oakenshore-breathlessness': [
    { label: 'Letters read', value: 310, unit: 'letters' },
    { label: 'Breathlessness the main reason', value: 96, unit: 'letters' },
  ],
  'harbourside-triage-from-failure': [{ label: 'Median wait for any clinical assessment', value: 31, unit: 'minutes' }],
};
