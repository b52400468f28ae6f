/** "6 sites", beside a care model. */
import { usePageQuery, type EntityPartProps } from '@hub/core/web';
import { counted } from '@hub/ui';
import { CareModelSiteCountsDocument } from './site-cards.generated';

/** Asks for all care models at once: a list of them shares the one answer. */
export function CareModelSiteCount({ reference }: EntityPartProps) {
  const { data } = usePageQuery(CareModelSiteCountsDocument);
  const model = data.modelTypes.find(({ id }) => id === reference);
  return model ? <span>{counted(model.siteCount, 'site')}</span> : null;
}
