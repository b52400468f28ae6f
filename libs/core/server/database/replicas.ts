/**
 * Reads at servers that follow the primary. One that answers has seen everything that was committed when the read was asked for: so who asks
 * is proved there as at the primary, and nobody misses what they, or others, have done.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { isDatabaseDown } from './database-down';
import { askedNext } from './next-turn';
import { Replica, type ReplicaOutcome } from './replica';
import { markOf, primaryMarkSql, type Mark, type MarkRow } from './replica-mark';
import type { NamedStatement } from './run-statement';

/** So long figures wait for the primary. */
const patienceMs = 1000;

/** How a replica does. */
export interface ReplicaFigures {
  /** Its place among the settings. */
  readonly replica: string;
  /** Bytes of the write-ahead log that it has not seen; null while it is not there. */
  readonly behind: number | null;
  readonly counts: Readonly<Record<ReplicaOutcome, number>>;
}

type AskPrimary = (statement: NamedStatement) => Promise<MarkRow[]>;

export class Replicas {
  private readonly all: readonly Replica[];
  private turn = 0;
  private readonly mark: () => Promise<Mark | null>;

  constructor(urls: readonly string[], connections: number, askPrimary: AskPrimary) {
    this.all = urls.map((url) => new Replica(url, connections));
    this.mark = askedNext(async () =>
      markOf((await askPrimary({ name: 'how far', text: primaryMarkSql, values: [] }))[0]),
    );
  }

  /** Rows of a statement that only reads, from the next replica in turn; null where the primary has to be asked. */
  async read<Row>(statement: NamedStatement, gone?: AbortSignal): Promise<Row[] | null> {
    const replica = this.next();
    if (!replica) return null;
    const wanted = await this.mark().catch(throwIfDown);
    return wanted && replica.read<Row>(wanted, statement, gone);
  }

  async figures(): Promise<ReplicaFigures[]> {
    if (this.all.length === 0) return [];
    const wanted = await Promise.race([this.mark().catch(() => null), sleep(patienceMs, null, { ref: false })]);
    return Promise.all(
      this.all.map(async (replica, at) => ({
        replica: String(at + 1),
        behind: wanted && (await replica.behind(wanted)),
        counts: replica.counts,
      })),
    );
  }

  async close(): Promise<void> {
    await Promise.all(this.all.map((replica) => replica.close()));
  }

  private next(): Replica | undefined {
    this.turn += 1;
    const { length } = this.all;
    for (let step = 0; step < length; step += 1) {
      const replica = this.all[(this.turn + step) % length];
      if (replica?.takes()) return replica;
    }
    return undefined;
  }
}

/** A primary that cannot say how far it has come is read from as ever; one that is down is not asked a second time. */
function throwIfDown(error: unknown): null {
  if (isDatabaseDown(error)) throw error;
  return null;
}
