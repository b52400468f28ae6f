/** The kind of directory entity that the plugin evaluation owns, and the kinds that can be evaluated. */
import { entityRef, kindOfId, nameOf, type EntityRef } from '@hub/core/contract';
import { adaptationKind } from '@hub/plugins/adaptations/contract';
import { interventionKind } from '@hub/plugins/interventions/contract';

export const evaluationKind = 'evaluation';
/** Where its page is. */
export const evaluationPage = '/evaluations/:namespace/:name';

/** The reference of a site's evaluation: `evaluation:<site>/<name>`. */
export const evaluationRef = (site: EntityRef, name: string): EntityRef =>
  entityRef(evaluationKind, nameOf(site), name);

/** What a site can evaluate of its own. */
export const evaluatedKinds: readonly string[] = [interventionKind, adaptationKind];

/** Whether a reference names something of a kind that can be evaluated. */
export function canBeEvaluated(ref: EntityRef): boolean {
  return evaluatedKinds.includes(kindOfId(ref) ?? '');
}

/** The relation, in the directory, of an evaluation to what it is about. */
export const evaluatesRelation = 'evaluates';
