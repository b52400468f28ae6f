/** On a site's page: the way to set it beside one's own. */
import { ButtonLink } from '@hub/ui';
import { useLinkTo, useViewer, type EntityPartProps } from '@hub/core/web';

/** Nothing at one's own site, and for members without one. */
export default function CompareAction({ reference }: EntityPartProps) {
  const viewer = useViewer();
  const linkTo = useLinkTo();
  const ours = viewer?.sites.find((site) => site.id !== reference);
  if (!ours || viewer?.sites.some((site) => site.id === reference)) return null;
  return (
    <ButtonLink look="secondary" to={linkTo(reference, '/compare')}>
      Compare with {viewer?.sites.length === 1 ? ours.name : 'our site'}
    </ButtonLink>
  );
}
