/** The further facts of an intervention as columns of its record. */
import type { InterventionFacts } from '@hub/plugins/interventions/contract';
import type { InterventionRecord } from '../intervention.record';

type FactColumns = Pick<
  InterventionRecord,
  'lessons' | 'enablers' | 'contacts' | 'startedOn' | 'stoppedOn' | 'reviewOn' | 'illustrative'
>;

/** The columns that these facts name; what they do not name stays as it is. */
export function factsOf(facts: InterventionFacts = {}): Partial<FactColumns> {
  const { lessons, enablers, contacts, ...single } = facts;
  return {
    ...single,
    ...(lessons ? { lessons: [...lessons] } : {}),
    ...(enablers ? { enablers: [...enablers] } : {}),
    ...(contacts ? { contacts: [...contacts] } : {}),
  };
}

/** All columns, for a new intervention. */
export function factsOfNew(facts: InterventionFacts = {}): FactColumns {
  return { ...nothingKnown, ...factsOf(facts) };
}

const nothingKnown: FactColumns = {
  lessons: [],
  enablers: [],
  contacts: [],
  startedOn: null,
  stoppedOn: null,
  reviewOn: null,
  illustrative: false,
};
