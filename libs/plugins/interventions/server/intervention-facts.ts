/** The further facts of an intervention as columns of its record. */
import type { InterventionFacts } from '@hub/plugins/interventions/contract';
import type { InterventionRecord } from './intervention.record';

type FactColumns = Pick<
  InterventionRecord,
  | 'problem'
  | 'population'
  | 'outcomesMeasured'
  | 'lessons'
  | 'enablers'
  | 'contacts'
  | 'startedOn'
  | 'stoppedOn'
  | 'illustrative'
>;

/** The columns that these facts name; what they do not name stays as it is. */
export function factsOf(facts: InterventionFacts = {}): Partial<FactColumns> {
  const { outcomesMeasured, lessons, enablers, contacts, ...single } = facts;
  return {
    ...single,
    ...(outcomesMeasured ? { outcomesMeasured: [...outcomesMeasured] } : {}),
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
  problem: null,
  population: null,
  outcomesMeasured: [],
  lessons: [],
  enablers: [],
  contacts: [],
  startedOn: null,
  stoppedOn: null,
  illustrative: false,
};
