/** On the home page: the adaptations of the reader's own sites, with their stage and news of their sources. */
import { useLinkTo, useHomeCount, usePageQuery } from '@hub/core/web';
import { Card, StageTag } from '@hub/ui';
import { Link } from 'react-router';
import { OurAdaptationsDocument } from './cards.generated';

const mostShown = 5;

export default function OurAdaptations() {
  const { data } = usePageQuery(OurAdaptationsDocument);
  const linkTo = useLinkTo();
  const sites = data.viewer?.sites ?? [];
  const adaptations = sites.flatMap((site) => site.adaptations.edges.map(({ node }) => node));
  useHomeCount(sites.reduce((sum, site) => sum + site.adaptations.totalCount, 0));
  return (
    <>
      {adaptations.slice(0, mostShown).map(({ id, stage, sourceIntervention, sourceIsNewer }) => (
        <Card
          key={id}
          look="secondary"
          headingLevel={3}
          heading={<Link to={linkTo(id)}>{sourceIntervention.title}</Link>}
        >
          <StageTag stage={stage} />
          {sourceIntervention.status === 'WITHDRAWN' && (
            <p className="hub-meta nhsuk-u-margin-top-2">{sourceIntervention.site.name} has withdrawn it</p>
          )}
          {sourceIsNewer && (
            <p className="hub-meta nhsuk-u-margin-top-2">
              {sourceIntervention.site.name} has published a newer version
            </p>
          )}
        </Card>
      ))}
      {adaptations.length > mostShown &&
        sites.map((site) => (
          <p key={site.id}>
            <Link to={linkTo(site.id)}>See all of {site.name}</Link>
          </p>
        ))}
    </>
  );
}
