/** The record as its pages have it, and the question that gets it. */
import { usePageQuery } from '@hub/core/web';
import { useAdaptationAddress } from '../address';
import { AdaptationRecordPageDocument, type AdaptationRecordFragment } from './record.generated';

export type ShownAdaptation = AdaptationRecordFragment;
export type ShownChange = AdaptationRecordFragment['modifications'][number];
export type ShownEnding = NonNullable<AdaptationRecordFragment['ending']>;
export type ShownFinding = AdaptationRecordFragment['suitability'][number];

/** The names of the site that it comes from and of the site that adapts it. */
export function sitesOf({ sourceIntervention, site }: ShownAdaptation) {
  return { there: sourceIntervention.site.name, here: site.name };
}

/** The record that the address names, or null where there is none that the viewer may see. Suspends while it is asked for. */
export function useRecord() {
  const address = useAdaptationAddress();
  const { data, refetch } = usePageQuery(AdaptationRecordPageDocument, { id: address.id });
  return { ...address, adaptation: data.adaptation, refetch };
}
