/** What people send to write interventions: the inputs of the schema, absent fields as null or undefined. */
import type { EntityRef, Visibility } from '@hub/core/contract';
import type { Maturity, NeedKind } from '@hub/plugins/interventions/contract';

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

export interface FigureInput {
  readonly label: string;
  readonly value: number;
  readonly unit?: string | null;
}

export interface NeedInput {
  readonly kind: NeedKind;
  readonly text: string;
  readonly figures?: readonly FigureInput[] | null;
}

export interface RiskInput {
  readonly risk: string;
  readonly response?: string | null;
}

export interface DescriptionInput {
  readonly problem?: string | null;
  readonly population?: string | null;
  readonly segments?: readonly string[] | null;
  readonly needs?: readonly NeedInput[] | null;
  readonly risks?: readonly RiskInput[] | null;
  readonly outcomesMeasured?: readonly string[] | null;
}

/** What is no part of a version. */
export interface FactFields {
  readonly lessons?: readonly number[] | null;
  readonly enablers?: readonly number[] | null;
  readonly contacts?: readonly EntityRef[] | null;
  readonly startedOn?: string | null;
  readonly stoppedOn?: string | null;
  readonly reviewOn?: string | null;
}

export interface WrittenFields extends FactFields {
  readonly title?: string | null;
  readonly summary?: string | null;
  readonly modelTypes?: readonly string[] | null;
  readonly maturity?: Maturity | null;
  readonly visibility?: Uppercase<Visibility> | null;
  readonly sections?: readonly SectionInput[] | null;
  readonly components?: readonly ComponentInput[] | null;
  readonly description?: DescriptionInput | null;
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

export interface WithdrawInterventionInput {
  readonly id: string;
  readonly expectedRevision: number;
  readonly reason: string;
}
