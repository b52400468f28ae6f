/** What a reader has to know of its state: a draft, withdrawn, or with a next version being written. */
import { useLinkTo } from '@hub/core/web';
import { ButtonGroup, ButtonLink, Hidden, InsetText } from '@hub/ui';
import { Link } from 'react-router';
import { isChangedSince } from '../write/publish-check';
import type { ShownIntervention } from './intervention.page';
import { WithdrawnBanner } from './withdrawn-banner';

export function StateBanner({ intervention }: { readonly intervention: ShownIntervention }) {
  if (intervention.withdrawal)
    return <WithdrawnBanner withdrawal={intervention.withdrawal} siteName={intervention.site.name} />;
  return intervention.status === 'DRAFT' ? <Draft intervention={intervention} /> : null;
}

function Draft({ intervention }: { readonly intervention: ShownIntervention }) {
  const linkTo = useLinkTo();
  return (
    <InsetText>
      <h2 className="nhsuk-heading-s nhsuk-u-margin-bottom-2">Draft, not published</h2>
      {intervention.viewerCanEdit && (
        <ButtonGroup>
          <ButtonLink small to={linkTo(intervention.id, '/edit')}>
            Edit<Hidden> {intervention.title}</Hidden>
          </ButtonLink>
          <ButtonLink small look="secondary" to={linkTo(intervention.id, '/publish')}>
            Check and publish<Hidden> {intervention.title}</Hidden>
          </ButtonLink>
        </ButtonGroup>
      )}
    </InsetText>
  );
}

/** For editors of a published one: the way to its next version. */
export function NextVersion({ intervention }: { readonly intervention: ShownIntervention }) {
  const linkTo = useLinkTo();
  if (intervention.status === 'DRAFT' || !intervention.viewerCanEdit) return null;
  const isChanged = isChangedSince(intervention);
  return (
    <p className="hub-no-print">
      {isChanged && 'There are changes that are not published yet. '}
      <Link to={linkTo(intervention.id, '/edit')}>{isChanged ? 'Go on editing' : 'Edit the next version'}</Link>
      {isChanged && intervention.status === 'PUBLISHED' && (
        <>
          {' or '}
          <Link to={linkTo(intervention.id, '/publish')}>check and publish them</Link>
        </>
      )}
    </p>
  );
}
