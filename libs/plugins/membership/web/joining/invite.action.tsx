/** On any page about something: its readers who lead a site invite others to it. They land here. */
import { useLocation } from 'react-router';
import { usePageQuery, useViewer, type EntityPartProps } from '@hub/core/web';
import { ButtonLink } from '@hub/ui';
import { inviteAddress } from '../addresses';
import { InviteActionDocument } from './joining.generated';

/** On a site's page only its own leads; elsewhere the first site that the reader leads. */
export default function InviteAction({ reference, kind }: EntityPartProps) {
  const viewer = useViewer();
  return viewer && viewer.sites.length > 0 ? <Invite {...{ reference, kind }} /> : null;
}

function Invite({ reference, kind }: EntityPartProps) {
  const { pathname } = useLocation();
  const { data } = usePageQuery(InviteActionDocument);
  const led = (data.viewer?.sites ?? []).filter((site) => site.viewerCanLead);
  const site = kind === 'site' ? led.find(({ id }) => id === reference) : led[0];
  if (!site) return null;
  return (
    <ButtonLink look="secondary" to={inviteAddress(site.slug, pathname)}>
      Invite someone
    </ButtonLink>
  );
}
