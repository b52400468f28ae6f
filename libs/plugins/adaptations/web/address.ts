/** Where the pages of one adaptation are, and which adaptation an address is about. */
import { useParams } from 'react-router';
import { entityRef, parseEntityRef, rowIdOf } from '@hub/core/contract';
import { adaptationKind } from '@hub/plugins/adaptations/contract';

export interface AdaptationAddress {
  /** The adaptation's reference, which is its GraphQL id. */
  readonly id: string;
  /** `/adaptations/northvale/breathlessness-clinic`, without a slash at the end. */
  readonly path: string;
  /** Its task list, also once it is published. */
  readonly tasks: string;
}

/** The adaptation that the present address names. It need not exist. */
export function useAdaptationAddress(): AdaptationAddress {
  const { namespace = '', name = '' } = useParams();
  const id = entityRef(adaptationKind, namespace, name);
  const path = pathOf(id);
  return { id, path, tasks: tasksOf(path) };
}

/** The address of an adaptation's page; `/adaptations` for what is no reference. */
export function pathOf(reference: string): string {
  const parts = parseEntityRef(reference);
  return parts ? `/adaptations/${parts.namespace}/${parts.name}` : '/adaptations';
}

/** The task list of the record with this address. */
export function tasksOf(path: string): string {
  return `${path}?view=tasks`;
}

/** The last part of the address of an entry's or a change's page. */
export function rowName(kind: 'modification' | 'suitability', id: string): string {
  return rowIdOf(kind, id) ?? '';
}
