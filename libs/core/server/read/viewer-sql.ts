/**
 * The viewer in a statement: three parameters and the access scope. A traced statement also finds out what its answer asked of the viewer
 * while it ran: what it takes to see which things, or more than that.
 */
import { visibleSql } from '../access/scope';
import type { Statement } from './statement';

export class ViewerSql {
  constructor(
    private readonly statement: Statement,
    private readonly isTraced: boolean,
  ) {}

  get ref(): string {
    return this.asked(
      this.statement.sharedParameter('viewer.ref', (run) => run.viewer.ref, 'text'),
      'text',
    );
  }

  get keys(): string {
    return this.asked(this.rawKeys(), 'text[]');
  }

  get session(): string {
    return this.asked(
      this.statement.sharedParameter('viewer.session', (run) => run.viewer.sessionId, 'uuid'),
      'uuid',
    );
  }

  /** The access scope of an alias of `core.entity`. In a CASE, since PostgreSQL asks the parts of an AND in an order of its own. */
  visible(entity: string): string {
    const visible = visibleSql(entity, this.rawKeys());
    return this.isTraced ? `(CASE WHEN core.asks_for(${entity}.ref, ${entity}.needs) THEN ${visible} END)` : visible;
  }

  /** The statement that gives `data`, and where it is traced `asked`, read when the data is complete. */
  traced(text: string): string {
    if (!this.isTraced) return text;
    return `WITH answer AS MATERIALIZED (${text}) SELECT data, current_setting('hub.asked', true) AS asked FROM answer`;
  }

  private rawKeys(): string {
    return this.statement.sharedParameter('viewer.keys', (run) => run.viewer.keys, 'text[]');
  }

  /** In a subselect: taken when it is first needed and not before, once, and good for walking an index. */
  private asked(parameter: string, cast: string): string {
    return this.isTraced ? `(SELECT core.asks_who(${parameter}))::${cast}` : parameter;
  }
}
