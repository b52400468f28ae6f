/**
 * What an answer asked of its viewer: what it takes to see some things, or more. The statement took its way by these answers alone, so
 * whoever gives the same ones has the same answer coming. Nothing of this is declared: whatever a plugin writes, it is found out as it runs.
 */
import type { Viewer } from '@hub/core/contract';
import { isSeenWith, type Needed } from '../access/scope';

/** As `core.asks_who` writes it. */
const more = '*';

export class ViewerTrace {
  private readonly needed = new Map<string, Needed & { readonly isSeen: boolean }>();
  private own = false;

  constructor(private readonly viewer: Viewer) {}

  /** More was asked than what it takes to see things: nobody else has this answer coming. */
  get isOwn(): boolean {
    return this.own;
  }

  /** What the answer is about, as far as it was asked who may see it. Not all of it where more was asked. */
  get things(): Iterable<string> {
    return this.needed.keys();
  }

  /** Takes in what a traced statement gave: a line of JSON for each thing, or that more was asked. */
  add(asked: string): void {
    if (asked === more) this.own = true;
    else for (const line of asked.split('\n').filter(Boolean)) this.addNeeded(JSON.parse(line) as Needed);
  }

  addNeeded(needed: Needed): void {
    this.needed.set(needed.ref, { ...needed, isSeen: isSeenWith(this.viewer.keys, needed) });
  }

  /** Whether this viewer's answer is the same. */
  isSharedWith(viewer: Viewer): boolean {
    if (this.own) return sameAs(viewer) === sameAs(this.viewer);
    for (const needed of this.needed.values()) if (isSeenWith(viewer.keys, needed) !== needed.isSeen) return false;
    return true;
  }
}

/** A text that is equal for equal viewers. */
export function sameAs({ ref, sessionId, tokenId, keys }: Viewer): string {
  return JSON.stringify([ref, sessionId, tokenId, keys]);
}
