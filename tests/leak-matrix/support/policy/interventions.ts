/** Who may read the types of `interventions`. */
import { leavesNothingOut, type TypesOfPlugin } from './rows';

export const interventions: TypesOfPlugin = {
  guarded: {
    Intervention: {
      rule: 'a draft by editors of its site; a published one by its visibility',
      plain: ['startedOn', 'stoppedOn', 'reviewOn', 'whoCanSee'],
      made: {
        slug: 'title',
        problem: 'Description.problem',
        population: 'Description.population',
        outcomesMeasured: 'Description.outcomesMeasured',
      },
      unfilled: { ...leavesNothingOut, promotions: 'nobody asks about a component here: promotion.db.spec.ts' },
    },
    InterventionVersion: {
      rule: 'whoever may read its intervention',
      made: { title: 'Intervention.title', summary: 'Intervention.summary' },
      unfilled: { credits: 'folding.db.spec.ts reads them as who may and who may not; those of a draft are read here' },
    },
    Section: { rule: 'of a version as the version; of a draft by editors of the site', plain: ['key', 'heading'] },
    Component: { rule: 'of a version as the version; of a draft by editors of the site', plain: ['key'] },
    NextVersion: { rule: 'those who write or evaluate for the site' },
    Withdrawal: { rule: 'whoever may read the intervention' },
    Description: { rule: 'of a version as the version; of a draft by editors of the site' },
    PopulationSegment: { rule: 'as the description', plain: ['slug', 'name'] },
    Need: { rule: 'as the description' },
    Risk: { rule: 'as the description' },
    InterventionConnection: { rule: 'as its interventions, counted for the viewer' },
    InterventionEdge: { rule: 'as its intervention', plain: ['cursor'] },
    InterventionVersionConnection: { rule: 'as its versions' },
    InterventionVersionEdge: { rule: 'as its version', plain: ['cursor'] },
    Credit: {
      rule: 'whoever may read the text and the adaptation that it thanks for',
      plain: ['key'],
      made: { heading: 'Component.name' },
    },
  },
  payloads: ['InterventionPayload'],
};
