/** What the demonstration's sites found out and changed, in the hub's words. Pure. */
import type { AdaptationInFile } from './demonstration-course';
import { after, morningOf, startOf } from './demonstration-course';
import type { RecordModification, RecordSuitability } from './findings.service';

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
    return { at: after(happenedOn, 60), fact: { kind: 'STAKEHOLDER_EVENT', title: who, finding: what, happenedOn } };
  });
  const comparison: Finding = {
    kind: 'CONTEXT_COMPARISON',
    title: 'What is different here',
    finding: contextDifferences.map((difference) => `- ${difference}`).join('\n'),
  };
  return [{ at: after(first, 30), fact: audit }, ...events, { at: after(last, 90), fact: comparison }];
}

/** Each change. Codes may follow later; those of the cough pathway have been added. */
export function changesOf(adaptation: AdaptationInFile): Change[] {
  return adaptation.modifications.map(({ whatChanged, why }, at) => {
    const coding = codingOf[adaptation.slug]?.[at];
    return { what: whatChanged, why, codes: coding?.codes ?? [], sectionKeys: coding?.sectionKeys ?? [] };
  });
}

/** The numbers in the text of the cough pathway's audit. */
const figuresOf: Partial<Record<string, Finding['figures']>> = {
  'northvale-cough-from-breathlessness': [
    { label: 'Letters read', value: 412, unit: 'letters' },
    { label: 'Cough the main reason', value: 148, unit: 'letters' },
    { label: 'Breathlessness the main reason', value: 31, unit: 'letters' },
  ],
};

const planned = ['when:pre_implementation', 'planning:planned_proactive', 'decided_by:programme_leader'];

const codingOf: Partial<Record<string, readonly { codes: readonly string[]; sectionKeys: readonly string[] }[]>> = {
  'northvale-cough-from-breathlessness': [
    {
      codes: [...planned, 'what:context', 'context_type:population', 'level:system', 'fidelity:consistent', 'goal:fit'],
      sectionKeys: ['why'],
    },
    {
      codes: [
        ...planned,
        'what:content',
        'what:context',
        'context_type:setting',
        'content_nature:substituted',
        'level:system',
        'fidelity:consistent',
        'goal:feasibility',
        'reason_organisation:service_structure',
      ],
      sectionKeys: ['where', 'when_how_much'],
    },
    {
      codes: [
        ...planned,
        'decided_by:practitioner',
        'what:content',
        'content_nature:added',
        'level:system',
        'fidelity:consistent',
        'goal:feasibility',
        'reason_provider:preferences',
      ],
      sectionKeys: ['who_provides', 'how'],
    },
    {
      codes: [
        ...planned,
        'decided_by:recipient',
        'what:content',
        'content_nature:added',
        'level:target_group',
        'fidelity:consistent',
        'goal:outcomes',
        'goal:fit',
      ],
      sectionKeys: ['procedures', 'tailoring'],
    },
  ],
};
