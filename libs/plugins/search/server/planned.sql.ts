/**
 * Parts of a statement that are planned anew each time, with the words and the filters that are asked for, while the plan of the whole is kept.
 * Which index finds a word depends on how common it is; nothing else of a search does, and planning all of it took longer than doing it.
 */
import { visibleSql, type Frame } from '@hub/core/server';

/** What such a part may speak of: the query, what whoever asks may see, and values by name. All of it is known when it is planned. */
export interface Known {
  readonly query: string;
  visible(entity: string): string;
  value(name: string, cast: string): string;
}

const known: Known = {
  query: '$1',
  visible: (entity) => visibleSql(entity, '$2'),
  value: (name, cast) => `($3 ->> '${name}')::${cast}`,
};

/** Words that are asked for, as SQL. */
export interface Asked {
  readonly query: string;
  /** Fewer of them that few documents have, which the index is asked for; null where it is asked for all. */
  readonly sure: string;
}

export interface Planned {
  readonly asked: Asked;
  /** SQL of the values as a JSON object. */
  readonly values: string;
  /** The columns of its rows, with their types. */
  readonly columns: Readonly<Record<string, string>>;
  readonly select: (of: Known) => string;
}

/** A FROM item, under an alias. Its text is the hub's own: what people ask for is among the values alone. */
export function planned(frame: Frame, alias: string, { asked, values, columns, select }: Planned): string {
  const text = `'${select(known).replaceAll("'", "''")}'`;
  const list = Object.entries(columns).map(([name, type]) => `${name} ${type}`);
  const given = `${values} || jsonb_build_object('sure', ${asked.sure}::text)`;
  return `search.planned(${text}, ${asked.query}, ${frame.viewer.keys}, ${given}) AS ${alias} (${list.join(', ')})`;
}
