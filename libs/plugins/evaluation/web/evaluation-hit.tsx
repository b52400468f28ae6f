/** An evaluation among search results. */
import { EntityLink } from '@hub/core/web';
import type { EvaluationHitFragment } from './evaluation-parts.generated';
import { EvaluationFacts, EvaluationTags } from './evaluation-rows';

interface EvaluationHitProps {
  readonly hit: EvaluationHitFragment;
  readonly matchedLine: string | null;
}

export function EvaluationHit({ hit, matchedLine }: EvaluationHitProps) {
  const saysMore = matchedLine !== null && matchedLine !== hit.title;
  return (
    <>
      <h2 className="hub-rows__title nhsuk-heading-s">
        <EntityLink reference={hit.id}>{hit.title}</EntityLink> <EvaluationTags {...hit} />
      </h2>
      <p className="hub-meta">
        Evaluation. <EvaluationFacts evaluation={hit} />
        {hit.illustrative && '. Illustrative'}
      </p>
      <p className="nhsuk-u-margin-bottom-0">{saysMore ? matchedLine : hit.question}</p>
    </>
  );
}
