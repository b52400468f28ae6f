/** One SQL statement in the making: its aliases, and its parameters with how each is read when the statement runs. */
import type { FieldNode, GraphQLField } from 'graphql';
import type { ReadRun } from './run-context';

export type ParameterReader = (run: ReadRun) => unknown;

/** A field of the operation with its definition: the place that arguments are read from. */
export interface FieldSite {
  readonly definition: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
  /** `ParentType.field`: what cursors of this list are tied to. */
  readonly coordinate: string;
}

export class Statement {
  readonly readers: ParameterReader[] = [];
  private readonly shared = new Map<string, string>();
  private readonly relations = new Map<string, string>();
  private aliases = 0;

  /** A new alias with a telling first letter, and a character that no name of GraphQL has: clients choose the names of columns. */
  alias(letter = 'x'): string {
    this.aliases += 1;
    return `${letter}$${this.aliases}`;
  }

  /** A new parameter, cast to an SQL type. */
  parameter(reader: ParameterReader, cast: string): string {
    this.readers.push(reader);
    return `$${this.readers.length}::${cast}`;
  }

  /** A parameter that the whole statement shares. */
  sharedParameter(name: string, reader: ParameterReader, cast: string): string {
    const known = this.shared.get(name);
    if (known) return known;
    const made = this.parameter(reader, cast);
    this.shared.set(name, made);
    return made;
  }

  /** The name of a relation that is read once for the whole statement, whatever rows it is asked for. */
  once(sql: string): string {
    const known = this.relations.get(sql);
    if (known) return known;
    const made = this.alias('o');
    this.relations.set(sql, made);
    return made;
  }

  /** What stands before the statement's SELECT. */
  get head(): string {
    const each = [...this.relations].map(([sql, name]) => `${name} AS MATERIALIZED (${sql})`);
    return each.length > 0 ? `WITH ${each.join(', ')} ` : '';
  }
}
