/** A thing that happened, told to handlers through the outbox. Names are past tense and only grow. */
import type { EntityRef } from './entity-ref';

export interface DomainEvent<Name extends string = string, Facts extends object = Record<string, unknown>> {
  /** Given by the outbox: the same for every handler and every repeat. */
  readonly id?: string;
  readonly name: Name;
  readonly subject: EntityRef;
  /** Null when the author chose to be anonymous, or when the hub itself acted. */
  readonly actor: EntityRef | null;
  readonly at: Date;
  /** A few unchanging facts. Handlers read current state themselves. */
  readonly facts: Facts;
  /** True when it was raised while loading demonstration content: told in its own time, never as news, never by mail. */
  readonly loaded?: boolean;
}

/** A declared kind of domain event: its name, and by its type the facts it carries. */
export interface DomainEventKind<Name extends string, Facts extends object> {
  readonly name: Name;
  readonly facts?: Facts;
}

/** Declares a kind of domain event in a contract. The generic says which facts come with it. */
export function domainEvent<Facts extends object>() {
  return <Name extends string>(name: Name): DomainEventKind<Name, Facts> => Object.freeze({ name });
}
