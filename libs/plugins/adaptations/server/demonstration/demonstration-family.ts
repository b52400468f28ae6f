/**
 * How learning travels in the demonstration: what was drawn on as well, what sources published later, what was taken home, and who says
 * that people benefit. The file tells these in its words and leaves their form open.
 */
import type { Benefit, MergeChoice } from '@hub/plugins/adaptations/contract';
import type { SectionKey, SectionText } from '@hub/plugins/interventions/contract';

interface DrawnOn {
  readonly adaptation: string;
  readonly slug: string;
  readonly what: string;
}

interface LaterVersion {
  readonly slug: string;
  readonly by: string;
  readonly on: string;
  readonly note: string;
  readonly section: SectionText;
  /** The adaptation whose change it is. */
  readonly from?: string;
}

interface Following {
  readonly adaptation: string;
  readonly by: string;
  readonly on: string;
  readonly choice: { readonly key: SectionKey; readonly choice: MergeChoice; readonly reason: string } | null;
}

interface SaidOfBenefit {
  readonly adaptation: string;
  readonly by: string;
  readonly on: string;
  readonly benefit: Benefit;
  readonly words: string;
}

const drawnOn: readonly DrawnOn[] = [
  {
    adaptation: 'harbourside-triage-from-failure',
    slug: 'gp-stream-at-the-front-door',
    what: 'Deciding at the door, standing, before anybody waits; and that both sides agree beforehand who decides.',
  },
];

/** The further sources of an adaptation of the file. */
export function alsoDrawnOnBy(adaptation: string): readonly DrawnOn[] {
  return drawnOn.filter((each) => each.adaptation === adaptation);
}

export const laterVersions: readonly LaterVersion[] = [
  {
    slug: 'gp-stream-at-the-front-door',
    by: 'kit-ravensworthy',
    on: '2016-05-16',
    note: 'People are seen before they register',
    section: { key: 'how', body: 'Face to face at the door, before people register.' },
  },
  {
    slug: 'care-home-support-programme',
    by: 'honor-applegarth',
    on: '2017-05-08',
    note: 'System-wide strategy: learning taken into the older people strategy for the STP area of 640,000 people',
    section: {
      key: 'where',
      body: '41 homes, intermediate care beds, the interface with the hospital, and the older people strategy of the whole area.',
    },
  },
  {
    slug: 'breathlessness-clinic',
    by: 'callum-pennyroyal',
    on: '2017-06-12',
    note: 'GPs can ask a consultant by message, as Northvale showed',
    section: {
      key: 'how',
      body: 'Face to face, one person at a time, moving between three rooms. Before they refer, GPs can ask the consultant by secure message and have an answer within two days.',
    },
    from: 'northvale-cough-from-breathlessness',
  },
];

export const followings: readonly Following[] = [
  {
    adaptation: 'harbourside-gps-in-ae',
    by: 'ruth-cobblestane',
    on: '2016-06-20',
    choice: { key: 'how', choice: 'KEEP', reason: 'Our department registers people before anybody sees them.' },
  },
  { adaptation: 'westhaven-care-home-support', by: 'brenda-hollyhock', on: '2017-06-05', choice: null },
];

export const benefitsSaid: readonly SaidOfBenefit[] = [
  {
    adaptation: 'northvale-cough-from-breathlessness',
    by: 'leonie-fernmoss',
    on: '2017-08-01',
    benefit: 'SEEN',
    words: 'Referrals for cough fell from about 24 a month to about 14.',
  },
  {
    adaptation: 'fenmarsh-transfer-bag-home-care',
    by: 'zubin-cloverdale',
    on: '2018-06-01',
    benefit: 'SEEN',
    words: 'Restart of home care on the day of discharge rose from about half to about four in five.',
  },
  {
    adaptation: 'westhaven-care-home-support',
    by: 'brenda-hollyhock',
    on: '2017-10-02',
    benefit: 'TOO_EARLY',
    words: 'Too early to say anything about admissions.',
  },
];
