/** The evaluation that the page's address names. */
import { useParams } from 'react-router';
import { entityRef } from '@hub/core/contract';
import { evaluationKind } from '@hub/plugins/evaluation/contract';

export function useEvaluationId(): string {
  const { namespace = '', name = '' } = useParams();
  return entityRef(evaluationKind, namespace, name);
}
