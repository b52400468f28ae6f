/** An evaluation among search results. */
import { EntityLink, type HitProps } from '@hub/core/web';
import type { EvaluationHitFragment } from './evaluation-parts.generated';
import { EvaluationFacts, EvaluationTags } from './evaluation-rows';

export function EvaluationHit({ hit, matchedLine, marked }: HitProps<EvaluationHitFragment>) {
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
      <p className="nhsuk-u-margin-bottom-0">{saysMore ? marked : hit.question}</p>
    </>
  );
}
