/** "14 interventions", beside a care model. */
import { usePageQuery, type EntityPartProps } from '@hub/core/web';
import { counted } from '@hub/ui';
import { CareModelInterventionCountsDocument } from './cards.generated';

/** Asks for all care models at once: a list of them shares the one answer. */
export function CareModelInterventionCount({ reference }: EntityPartProps) {
  const { data } = usePageQuery(CareModelInterventionCountsDocument);
  const model = data.modelTypes.find(({ id }) => id === reference);
  return model ? <span>{counted(model.interventionCount, 'intervention')}</span> : null;
}
