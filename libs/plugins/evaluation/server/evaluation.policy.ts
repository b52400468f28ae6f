/** Who may do what with evaluations. */
import { evaluatorsOfTheOwningSite, permission } from '@hub/core/server';

export const writeEvaluation = 'evaluation.write';

export const evaluationPolicy = [
  permission(
    writeEvaluation,
    evaluatorsOfTheOwningSite,
    'Only evaluators, engine-room members and leads of the site that it belongs to write its evaluations. Ask someone there',
  ),
];
