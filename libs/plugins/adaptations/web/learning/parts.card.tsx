/** On an intervention's page: what the sites that took it up did with each part, and what came of it. */
import { nameOf } from '@hub/core/contract';
import { usePageQuery, type EntityPartProps } from '@hub/core/web';
import { Details, InsetText } from '@hub/ui';
import { coreWords, partWords } from './experience-words';
import { PartsExperienceDocument } from './learning.generated';
import { PartChangeRow, type ChangedPart } from './part-change-row';

export default function PartsCard({ reference }: EntityPartProps) {
  const { data } = usePageQuery(PartsExperienceDocument, { slug: nameOf(reference) });
  const { intervention } = data;
  if (!intervention || intervention.experience.length === 0) return null;
  const { experience } = intervention;
  const questions = experience.flatMap((part) => coreWords(part) ?? []);
  const foldInto = intervention.viewerCanEdit ? intervention.id : null;
  return (
    <section aria-labelledby="parts-experience">
      <h2 id="parts-experience">What they changed, part by part</h2>
      {questions.length > 0 && (
        <InsetText>
          {questions.map((question) => (
            <p key={question}>{question}</p>
          ))}
        </InsetText>
      )}
      <Parts
        heading="What it is made of"
        parts={experience.filter(({ part }) => part === 'COMPONENT')}
        {...{ foldInto }}
      />
      <Parts
        heading="How it is described"
        parts={experience.filter(({ part }) => part === 'SECTION')}
        {...{ foldInto }}
      />
    </section>
  );
}

interface PartsProps {
  readonly heading: string;
  readonly parts: readonly ChangedPart[];
  /** The intervention whose next version may take changes in; null for those who do not edit it. */
  readonly foldInto: string | null;
}

/** Nothing where none was changed. */
function Parts({ heading, parts, foldInto }: PartsProps) {
  if (parts.length === 0) return null;
  return (
    <div className="hub-closed-in-print">
      <h3 className="nhsuk-heading-s">{heading}</h3>
      {parts.map((part) => (
        <Details key={part.key} summary={partWords(part)}>
          <ul className="nhsuk-list hub-rows">
            {part.changes.map((change) => (
              <PartChangeRow key={change.adaptation.id} {...{ part, change, foldInto }} />
            ))}
          </ul>
        </Details>
      ))}
    </div>
  );
}
