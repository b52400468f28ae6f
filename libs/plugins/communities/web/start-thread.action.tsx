/** On a community's page: the way to begin a discussion in it, where the hub has discussions. */
import { useHasPage, usePageQuery, type EntityPartProps } from '@hub/core/web';
import { ButtonLink } from '@hub/ui';
import { CommunityPageDocument } from './communities.generated';

/** Brought by the plugin that has discussions. */
const starting = '/discussions/new';

export default function StartThreadAction({ reference }: EntityPartProps) {
  const { community } = usePageQuery(CommunityPageDocument, { id: reference }).data;
  const hasPage = useHasPage();
  if (!community?.viewerSeesInside || !hasPage(starting)) return null;
  const asked = new URLSearchParams([
    ['community', reference],
    ...community.modelTypes.map(({ code }) => ['model', code]),
    ...(community.viewerCanFacilitate ? [['announce', 'yes']] : []),
  ]);
  return <ButtonLink to={`${starting}?${asked}`}>Start a discussion</ButtonLink>;
}
