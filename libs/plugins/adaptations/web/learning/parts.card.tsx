/** On an intervention's page: what the sites that took it up did with each part, and what came of it. */
import { Link } from 'react-router';
import { nameOf } from '@hub/core/contract';
import { EntityLink, useLinkTo, usePageQuery, type EntityPartProps } from '@hub/core/web';
import { Details, Hidden, StageTag } from '@hub/ui';
import { coreWords, partWords } from './experience-words';
import { PartsExperienceDocument, type PartsExperienceQuery } from './learning.generated';

type Part = NonNullable<PartsExperienceQuery['intervention']>['experience'][number];
type Change = Part['changes'][number];

export default function PartsCard({ reference }: EntityPartProps) {
  const { data } = usePageQuery(PartsExperienceDocument, { slug: nameOf(reference) });
  const { intervention } = data;
  if (!intervention || intervention.experience.length === 0) return null;
  return (
    <section aria-labelledby="parts-experience">
      <h2 id="parts-experience">What became of each part</h2>
      {intervention.experience.map((part) => (
        <PartDetails
          key={`${part.part} ${part.key}`}
          part={part}
          foldInto={intervention.viewerCanEdit ? intervention.id : null}
        />
      ))}
    </section>
  );
}

interface PartDetailsProps {
  readonly part: Part;
  /** The intervention whose next version may take changes in; null for those who do not edit it. */
  readonly foldInto: string | null;
}

function PartDetails({ part, foldInto }: PartDetailsProps) {
  const question = coreWords(part);
  return (
    <Details summary={partWords(part)}>
      {question && <p>{question}</p>}
      <ul className="nhsuk-list hub-rows">
        {part.changes.map((change) => (
          <ChangeRow key={change.adaptation.id} {...{ part, change, foldInto }} />
        ))}
      </ul>
    </Details>
  );
}

function ChangeRow({ part, change, foldInto }: PartDetailsProps & { readonly change: Change }) {
  const linkTo = useLinkTo();
  const { adaptation, dropped, text } = change;
  const reasons = adaptation.modifications.filter(({ sectionKeys, componentKeys, leftOutKeys }) =>
    [...sectionKeys, ...componentKeys, ...leftOutKeys].includes(part.key),
  );
  return (
    <li className="hub-rows__row">
      <EntityLink reference={adaptation.id}>{adaptation.site.name}</EntityLink> <StageTag stage={adaptation.stage} />
      {dropped && <p className="nhsuk-u-margin-bottom-1">Left it out</p>}
      {reasons.map(({ id, what, why }) => (
        <p className="nhsuk-u-margin-bottom-1" key={id}>
          {what}. Why: {why}
        </p>
      ))}
      {foldInto && text !== null && (
        <p className="hub-no-print">
          <Link to={linkTo(foldInto, `/fold?from=${adaptation.id}&part=${part.part}&key=${part.key}`)}>
            Bring this into our next version
            <Hidden>
              : {part.heading}, from {adaptation.site.name}
            </Hidden>
          </Link>
        </p>
      )}
    </li>
  );
}
