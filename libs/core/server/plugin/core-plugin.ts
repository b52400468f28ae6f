/** Core's own entry in the list: node(id), the five care models, and what everything else extends. */
import { careModelPage } from '@hub/core/contract';
import sdl from '@hub/core/contract/schema.graphql';
import { whoCanSeeReads, whoCanSeeSchema } from '../access/who-can-see';
import { whoWouldSee } from '../access/who-would-see';
import { figureRead } from '../read/figures';
import { any, column, entityColumn, list, readModel } from '../read/model';
import { byExpression } from '../read/root';
import { entityChanged, entityMerged } from '../outbox/core-events';
import { definePlugin } from './define';

const careModelRead = readModel({
  type: 'ModelType',
  source: 'core.care_model',
  kind: 'care-model',
  guard: 'ref',
  fields: {
    code: column('code'),
    name: entityColumn('title'),
    description: column('description'),
  },
});

export const corePlugin = definePlugin({
  id: 'core',
  kinds: [{ kind: 'care-model', type: 'ModelType', page: careModelPage, followable: true }],
  schema: sdl,
  composedSchema: whoCanSeeSchema,
  composedReads: whoCanSeeReads,
  reads: [careModelRead, figureRead],
  roots: {
    node: any((frame) => frame.arg('id', 'text')),
    modelTypes: list('ModelType', { orderBy: ({ t }) => `${t}.position` }),
    modelType: byExpression('ModelType', (frame) => `'care-model:network/' || lower(${frame.arg('code', 'text')})`),
    whoWouldSee,
  },
  events: [entityChanged, entityMerged],
});
