/** Evaluations of the contract's world. */
import type { TestClient } from '@hub/testing';

export interface EvaluationWorld {
  /** A draft about the draft. */
  readonly evaluation: string;
}

export async function evaluationOf(client: TestClient, about: string): Promise<string> {
  const { createEvaluation } = await client.ok(
    'mutation ($input: CreateEvaluationInput!) { createEvaluation(input: $input) { evaluation { id } } }',
    { input: { about, title: 'What we saw', question: 'Does it work?' } },
  );
  return createEvaluation.evaluation.id;
}

export const evaluationInputs = ({ evaluation: id }: EvaluationWorld) => ({
  updateEvaluation: {
    ...{ id, expectedRevision: 900, title: 'What we saw' },
    figures: [{ label: 'People', value: 1 }],
  },
  publishEvaluation: { id, expectedRevision: 900 },
  withdrawEvaluation: { id, expectedRevision: 900, reason: 'Wrong' },
});
