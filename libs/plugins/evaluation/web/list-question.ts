/** What the list's address asks for: filters, and place in the list. Pure. */
import { careModelCodes } from '@hub/core/contract';
import { evaluationVerdicts, type EvaluationVerdict } from '@hub/plugins/evaluation/contract';
import type { EvaluationListQueryVariables } from './list.generated';

export const pageSize = 20;

/** The variables of the list's query. Values in the address that are no choices are left out. */
export function listQuestion(search: string): EvaluationListQueryVariables {
  const params = new URLSearchParams(search);
  const models = careModelCodes.filter((code) => params.getAll('model').includes(code));
  const verdicts = (Object.keys(evaluationVerdicts) as EvaluationVerdict[]).filter((verdict) =>
    params.getAll('verdict').includes(verdict),
  );
  const sites = params.getAll('site').filter((slug) => slug !== '');
  const text = params.get('text')?.trim();
  const before = params.get('before');
  return {
    filter: {
      ...(models.length > 0 ? { modelTypes: models } : {}),
      ...(verdicts.length > 0 ? { verdicts } : {}),
      ...(sites.length > 0 ? { sites } : {}),
      ...(text ? { text } : {}),
    },
    ...(before ? { last: pageSize, before } : { first: pageSize, after: params.get('after') }),
  };
}
