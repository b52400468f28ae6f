/** On a care model's page, first: what is worth 5 minutes. What was taken up most, and what stopped and why. */
import { careModelCode } from '@hub/core/contract';
import { useLinkTo, usePageQuery, type EntityPartProps } from '@hub/core/web';
import { counted, Details } from '@hub/ui';
import { Link } from 'react-router';
import { CareModelExperienceDocument } from './cards.generated';
import { EndingsList } from './endings-list';
import { endingsOf, stageCounts } from './experience';

/** Of what was taken up and of what ended alike. */
const shown = 3;

export default function CareModelExperienceCard({ reference }: EntityPartProps) {
  const { data } = usePageQuery(CareModelExperienceDocument, { code: careModelCode(reference) });
  const linkTo = useLinkTo();
  const adapted = data.interventions.edges.map(({ node }) => node).filter(({ adaptationCount }) => adaptationCount > 0);
  const adaptations = adapted.flatMap((each) => each.adaptations.edges.map(({ node }) => node));
  const ended = endingsOf(adaptations);
  if (adapted.length === 0) return null;
  return (
    <section aria-labelledby="worth-5-minutes">
      <h2 id="worth-5-minutes">Worth 5 minutes</h2>
      <h3>Most taken up</h3>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {adapted.slice(0, shown).map((each) => (
          <li key={each.id}>
            <Link to={linkTo(each.id)}>{each.title}</Link>, {each.site.name}:{' '}
            {counted(each.adaptationCount, 'adaptation')} ({stageCounts(each.stages.edges.map(({ node }) => node))})
          </li>
        ))}
      </ul>
      {ended.length > 0 && (
        <>
          <h3>What stopped, and why ({ended.length})</h3>
          <EndingsList adaptations={ended.slice(0, shown)} />
          {ended.length > shown && (
            <Details summary={`Show ${ended.length - shown} more`}>
              <EndingsList adaptations={ended.slice(shown)} />
            </Details>
          )}
        </>
      )}
    </section>
  );
}
