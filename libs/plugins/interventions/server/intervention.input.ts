/** What people send to write interventions: the inputs of the schema, absent fields as null or undefined. */
import type { Visibility } from '@hub/core/contract';
import type { Maturity } from '@hub/plugins/interventions/contract';

export interface SectionInput {
  readonly key: string;
  readonly body: string;
}

export interface ComponentInput {
  readonly key?: string | null;
  readonly name: string;
  readonly description?: string | null;
  readonly core: boolean;
  readonly reason?: string | null;
}

export interface WrittenFields {
  readonly title?: string | null;
  readonly summary?: string | null;
  readonly modelTypes?: readonly string[] | null;
  readonly maturity?: Maturity | null;
  readonly visibility?: Uppercase<Visibility> | null;
  readonly sections?: readonly SectionInput[] | null;
  readonly components?: readonly ComponentInput[] | null;
}

export interface CreateInterventionInput extends WrittenFields {
  readonly site: string;
  readonly title: string;
  readonly summary: string;
  readonly modelTypes: readonly string[];
}

export interface UpdateInterventionInput extends WrittenFields {
  readonly id: string;
  readonly expectedRevision: number;
}

export interface PublishInterventionInput {
  readonly id: string;
  readonly expectedRevision: number;
  readonly visibility?: Uppercase<Visibility> | null;
  readonly changeNote?: string | null;
}

export interface SetInterventionVisibilityInput {
  readonly id: string;
  readonly visibility: Uppercase<Visibility>;
}
