/** How the Query fields of interventions are read. */
import { byExpression, many, type RootRead } from '@hub/core/server';

export const interventionsRoots: Readonly<Record<string, RootRead>> = {
  interventions: many('Intervention', { order: 'RECENTLY_PUBLISHED' }),
  intervention: byExpression('Intervention', ({ arg, alias }) => {
    const i = alias();
    return `(SELECT ${i}.ref FROM interventions.intervention ${i} WHERE ${i}.name = ${arg('slug', 'text')})`;
  }),
};
