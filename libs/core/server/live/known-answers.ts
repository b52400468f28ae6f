/**
 * The answers to one message: one for all who have the same coming, until something is heard of what is in it. Whoever comes after that is
 * read for anew, so that what was hidden or moved meanwhile reaches nobody.
 */
import type { Viewer } from '@hub/core/contract';
import { sameAs, type ViewerTrace } from '../read/viewer-trace';
import type { LastHeard } from './last-heard';

/** One answer, and what it asked of the viewer it was worked out for. The bytes are null where they are told nothing. */
export interface LiveAnswer {
  readonly bytes: Buffer | null;
  readonly trace: ViewerTrace;
}

/** An answer, with what had been heard when its reading began. */
interface Known extends LiveAnswer {
  readonly since: number;
}

/** Not everything that changes is told of: longer than this no answer is given to others. */
const goodForMs = 1000;

export class KnownAnswers {
  private shared: Known[] = [];
  private own = new Map<string, Known>();
  private since = performance.now();
  private looked: number;

  constructor(private readonly heard: LastHeard) {
    this.looked = heard.now;
  }

  /** The answer that this viewer has coming, where it was worked out just now. */
  of(viewer: Viewer): LiveAnswer | undefined {
    if (performance.now() - this.since > goodForMs) this.forget();
    if (this.heard.now !== this.looked) this.dropOvertaken();
    for (const known of this.shared) if (known.trace.isSharedWith(viewer)) return known;
    return this.own.size > 0 ? this.own.get(sameAs(viewer)) : undefined;
  }

  /** The answer that was read for this viewer, which it is given in any case. `since` is what had been heard when its reading began. */
  add(viewer: Viewer, answer: LiveAnswer, since: number): LiveAnswer {
    if (answer.trace.isOwn) this.own.set(sameAs(viewer), { ...answer, since });
    else this.shared.push({ ...answer, since });
    if (since !== this.heard.now || this.heard.isDeaf) this.dropOvertaken();
    return answer;
  }

  /** Of what is in an answer of somebody's own nothing is known: anything may have changed it. */
  private dropOvertaken(): void {
    this.looked = this.heard.now;
    this.shared = this.shared.filter(({ trace, since }) => this.heard.isQuiet(trace.things, since));
    for (const [key, { since }] of this.own) if (since !== this.looked || this.heard.isDeaf) this.own.delete(key);
  }

  private forget(): void {
    this.shared = [];
    this.own = new Map();
    this.since = performance.now();
  }
}
