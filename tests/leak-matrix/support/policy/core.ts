/** Who may read the types of the core. */
import { type TypesOfPlugin } from './rows';

export const core: TypesOfPlugin = {
  guarded: {
    Figure: { rule: 'whoever may read what it stands in' },
  },
  publicTypes: ['Query', 'Mutation', 'Subscription', 'PageInfo', 'ModelType'],
};
