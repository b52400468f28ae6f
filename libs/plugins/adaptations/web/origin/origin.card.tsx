/** On the page of what came out of an adaptation: that it did, from what, and what became of it since. */
import { Link } from 'react-router';
import { nameOf } from '@hub/core/contract';
import { useLinkTo, usePageQuery, type EntityPartProps } from '@hub/core/web';
import { InsetText, Time } from '@hub/ui';
import { SourceLine } from '../record/source-line';
import { SourcesWithdrawn } from '../record/source-withdrawn';
import { endingReasonWords } from '../ending-words';
import { whatBecame } from './origin-words';
import { OriginOfInterventionDocument, type OriginOfInterventionQuery } from './origin.generated';

type Origin = NonNullable<NonNullable<OriginOfInterventionQuery['intervention']>['adaptedFrom']>;

/** Nothing where it came out of none that the viewer may see. */
export default function OriginCard({ reference }: EntityPartProps) {
  const { data } = usePageQuery(OriginOfInterventionDocument, { slug: nameOf(reference) });
  const adaptation = data.intervention?.adaptedFrom;
  if (!adaptation) return null;
  return (
    <>
      <SourcesWithdrawn adaptation={adaptation} />
      <Course adaptation={adaptation} />
    </>
  );
}

function Course({ adaptation }: { readonly adaptation: Origin }) {
  const linkTo = useLinkTo();
  const { id, site, ending } = adaptation;
  const course = whatBecame(adaptation);
  return (
    <InsetText>
      <p>
        An adaptation by {site.name}. From: <SourceLine {...adaptation} />.
        {course && (
          <>
            {' '}
            {site.name} {course.words} <Time at={course.at} />.
          </>
        )}
        {ending && ` Main reason: ${endingReasonWords[ending.reason].toLowerCase()}.`}
      </p>
      <p>
        <Link to={linkTo(id)}>What they changed, and what they learned</Link>
      </p>
    </InsetText>
  );
}
