/** How endings are read: with the step that made them, and on the record while it has ended. */
import { any, list, readModel, sql, type Frame } from '@hub/core/server';
import { endedStages } from '@hub/plugins/adaptations/contract';

const ended = endedStages.map((stage) => `'${stage}'`).join(', ');
const kept = (name: string) => sql(({ lateral }) => `${lateral}.${name}`);

/** The ending of the last step of a record that has ended; no row otherwise. */
export function presentEnding({ t }: Frame): string {
  return (
    `(SELECT x.* FROM adaptations.ending x WHERE ${t}.stage IN (${ended}) AND x.stage_change_id = ` +
    `(SELECT c.id FROM adaptations.stage_change c WHERE c.adaptation_ref = ${t}.ref ORDER BY c.at DESC, c.position DESC LIMIT 1))`
  );
}

export const endingRead = readModel({
  type: 'AdaptationEnding',
  fields: {
    reason: kept('reason'),
    words: kept('words'),
    tried: kept('tried'),
    cameOfIt: kept('came_of_it'),
    grew: list('EndingOutcome', {
      from: ({ t, parent, visible, alias }) => {
        const [g, e] = [alias(), alias()];
        return (
          `(SELECT ${g}.ref, ${g}.place FROM unnest(${parent.lateral}.grew) WITH ORDINALITY AS ${g} (ref, place) ` +
          `JOIN core.entity ${e} ON ${e}.ref = ${g}.ref AND ${visible(e)}) AS ${t}`
        );
      },
      orderBy: ({ t }) => `${t}.place`,
    }),
  },
});

export const endingOutcomeRead = readModel({ type: 'EndingOutcome', fields: { thing: any(({ t }) => `${t}.ref`) } });
