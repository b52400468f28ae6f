/** "Adapt this for our site", on an intervention's page: the one primary button there. Its own site has a quieter one. */
import { nameOf } from '@hub/core/contract';
import { signInAddress, useLinkTo, usePageQuery, type EntityPartProps } from '@hub/core/web';
import { ButtonLink, Hidden } from '@hub/ui';
import { adaptOffer } from './adapt-offer';
import { AdaptOfferDocument } from './start.generated';

export default function AdaptAction({ reference }: EntityPartProps) {
  const { data } = usePageQuery(AdaptOfferDocument, { slug: nameOf(reference) });
  const linkTo = useLinkTo();
  const { intervention, viewer } = data;
  if (!intervention) return null;
  const offer = adaptOffer(intervention, viewer);
  const adapt = linkTo(reference, '/adapt');
  const title = <Hidden>: {intervention.title}</Hidden>;
  switch (offer.kind) {
    case 'none':
      return null;
    case 'go':
      return <ButtonLink to={linkTo(offer.adaptation)}>Go to our adaptation{title}</ButtonLink>;
    case 'sign-in':
      return <ButtonLink to={signInAddress(adapt)}>Sign in to adapt this for your site{title}</ButtonLink>;
    case 'renew':
      return (
        <ButtonLink look="secondary" to={adapt}>
          Make something new from this{title}
        </ButtonLink>
      );
    case 'adapt':
      return <ButtonLink to={adapt}>Adapt this for our site{title}</ButtonLink>;
  }
}
