/** Asks who the viewers of live connections are by now, for many at a time: thousands of open pages are few statements. */
import type { Viewer } from '@hub/core/contract';
import type { Credentials } from '../auth/credentials';

/** Who is asked for within this time is asked for together. */
const gatherMs = 100;

interface Waiting {
  readonly viewer: Viewer;
  readonly answer: (now: Viewer) => void;
  readonly fail: (error: unknown) => void;
}

export class ViewerChecks {
  private waiting: Waiting[] = [];

  constructor(private readonly credentials: Pick<Credentials, 'currentViewers'>) {}

  /** The same person as they are soon, by what they came with. Anonymous when that has ended. */
  current(viewer: Viewer): Promise<Viewer> {
    return new Promise((answer, fail) => {
      this.waiting.push({ viewer, answer, fail });
      if (this.waiting.length === 1) setTimeout(() => void this.ask(), gatherMs).unref();
    });
  }

  private async ask(): Promise<void> {
    const asked = this.waiting;
    this.waiting = [];
    try {
      // Several pages of one person come with the same session.
      const each = [...new Map(asked.map(({ viewer }) => [cameWith(viewer), viewer])).entries()];
      const now = await this.credentials.currentViewers(each.map(([, viewer]) => viewer));
      const found = new Map(each.map(([key], at) => [key, now[at] as Viewer]));
      for (const { viewer, answer } of asked) answer(found.get(cameWith(viewer)) as Viewer);
    } catch (error) {
      for (const { fail } of asked) fail(error);
    }
  }
}

function cameWith({ sessionId, tokenId }: Viewer): string {
  return tokenId ?? sessionId ?? '';
}
