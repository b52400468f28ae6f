/** Who may read the types of `adaptations`. */
import { noFamily, asTheAdaptation, type TypesOfPlugin } from './rows';

export const adaptations: TypesOfPlugin = {
  guarded: {
    Adaptation: {
      rule: 'members of the adapting site until it is tested; then the network; once published, whoever may read source and result',
      plain: ['whoCanSee'],
      made: { title: 'the title of its source' },
      unfilled: noFamily,
    },
    AdaptationConnection: { rule: 'as its adaptations, counted for the viewer' },
    AdaptationEdge: { rule: 'as its adaptation', plain: ['cursor'] },
    SuitabilityEntry: { rule: asTheAdaptation },
    ContextDifference: { rule: asTheAdaptation },
    Modification: {
      rule: asTheAdaptation,
      plain: ['codes', 'sectionKeys', 'componentKeys', 'leftOutKeys'],
    },
    SectionDifference: {
      rule: 'whoever may read the adaptation and its result; the local text of a draft by editors alone',
      plain: ['key', 'heading'],
      made: { source: 'Section.body' },
    },
    StageChange: { rule: asTheAdaptation },
    AdaptationEnding: { rule: asTheAdaptation },
    EndingOutcome: { rule: 'whoever may read the adaptation and what grew from it' },
    AdaptationTask: { rule: 'editors of the adapting site', plain: ['key'] },
    FurtherSource: { rule: 'whoever may read the adaptation and what it draws on' },
    CheckIn: {
      rule: 'editors of the adapting site; once they said that it is still going, whoever may read the adaptation',
    },
    FollowedVersion: { rule: asTheAdaptation },
    FollowedChoice: { rule: asTheAdaptation, plain: ['key'], made: { heading: 'Component.name' } },
    PartExperience: {
      rule: 'made of the adaptations that the viewer may read, and counted for the viewer',
      plain: ['key'],
      made: { heading: 'Component.name' },
    },
    PartChange: { rule: 'whoever may read the adaptation', made: { text: 'SectionDifference.local' } },
    Lineage: { rule: 'made of the interventions and adaptations that the viewer may read' },
  },
  payloads: ['UndoFoldBackPayload', 'AdaptationPayload', 'CheckInPayload', 'CheckInLinkPayload'],
};
