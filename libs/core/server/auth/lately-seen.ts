/**
 * Whom credentials stood for lately, for statements to prove. Whoever goes on asking is looked up again once a minute, many of them together
 * and beside what they ask: it notes that their sessions are used, and no request waits for it.
 */
import { AsyncResource } from 'node:async_hooks';
import type { Viewer } from '@hub/core/contract';
import { LRUCache } from 'lru-cache';
import type { Credential } from './credential';

/** Looks up whom each stands for now, by its key; those that stand for nobody are left out. */
export type LookUpAll = (credentials: readonly Credential[]) => Promise<ReadonlyMap<string, Viewer>>;

const renewedAfterMs = 60_000;
/** How long those who are due wait for others who are. */
const gatheringMs = 1000;
const mostAtOnce = 500;
/** Whoever has not asked for so long is looked up before they are answered. */
const rememberedForMs = 600_000;

export class LatelySeen {
  private readonly seen = new LRUCache<string, Seen>({ max: 5000, ttl: rememberedForMs, perf: Date });
  private due: Credential[] = [];
  private gathering: NodeJS.Timeout | null = null;

  constructor(private readonly lookUpAll: LookUpAll) {}

  /** Whom it stood for when it was looked up last, which may have been a while ago. */
  get(credential: Credential): Viewer | undefined {
    const found = this.seen.get(credential.key);
    if (found && Date.now() - found.since >= renewedAfterMs) {
      found.since = Date.now();
      this.due.push(credential);
      this.gather();
    }
    return found?.viewer;
  }

  /** Notes whom it stands for now; nobody is not remembered. */
  note({ key }: Credential, viewer: Viewer | undefined): void {
    if (viewer?.ref) this.seen.set(key, { viewer, since: Date.now() });
    else this.seen.delete(key);
  }

  forget({ key }: Credential): void {
    this.seen.delete(key);
  }

  close(): void {
    if (this.gathering) clearTimeout(this.gathering);
    this.due = [];
  }

  private gather(): void {
    this.gathering ??= setTimeout(this.renewDue, gatheringMs).unref();
  }

  /** Of no request: what is traced and held while somebody asks is not of this. */
  private readonly renewDue = AsyncResource.bind(() => {
    this.gathering = null;
    void this.renew(this.due.splice(0, mostAtOnce));
    if (this.due.length > 0) this.gather();
  });

  /** Where it cannot be looked up just now they stay who they were, which is proved whenever they ask, and it is tried again in a minute. */
  private async renew(due: readonly Credential[]): Promise<void> {
    const viewers = await this.lookUpAll(due).catch(() => null);
    if (viewers) for (const credential of due) this.note(credential, viewers.get(credential.key));
  }
}

interface Seen {
  readonly viewer: Viewer;
  since: number;
}
