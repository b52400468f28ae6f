/** Who may read the types of `search`. */
import { noFamily, type TypesOfPlugin } from './rows';

export const search: TypesOfPlugin = {
  guarded: {
    SearchConnection: { rule: 'as what is found, counted for the viewer' },
    SearchEdge: { rule: 'as what is found', plain: ['cursor'], made: { matchedLine: 'what is found' } },
    SearchMatch: {
      rule: 'as what is found',
      plain: ['place'],
      made: { line: 'what is found', words: 'what is found' },
    },
    SavedSearch: { rule: 'its owner', plain: ['kinds', 'modelTypes', 'stages', 'whoCanSee'], unfilled: noFamily },
    SearchCount: {
      rule: 'made of what the viewer may find, and counted for the viewer',
      made: { value: 'the tags of what is found' },
    },
  },
  payloads: ['SavedSearchPayload', 'RemovedSavedSearchPayload'],
};
