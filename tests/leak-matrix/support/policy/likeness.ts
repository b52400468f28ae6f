/** Who may read the types of `likeness`. */
import { type TypesOfPlugin } from './rows';

export const likeness: TypesOfPlugin = {
  guarded: {
    AdopterConnection: { rule: 'as its adaptations, counted for the viewer' },
    AdopterEdge: { rule: 'as its adaptation', plain: ['cursor'] },
    TriedConnection: { rule: 'as what was tried, counted for the viewer' },
    TriedEdge: { rule: 'whoever may read the intervention, and the adaptation where there is one', plain: ['cursor'] },
  },
  publicTypes: ['SiteLikeness', 'ComparedFact'],
};
