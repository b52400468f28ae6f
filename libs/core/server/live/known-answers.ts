/** The answers to one message: one for all who have the same coming. */
import type { Viewer } from '@hub/core/contract';
import { sameAs, type ViewerTrace } from '../read/viewer-trace';

/** One answer, and what it asked of the viewer it was worked out for. The text is null where they are told nothing. */
export interface LiveAnswer {
  readonly text: string | null;
  readonly trace: ViewerTrace;
}

/** Long after it was read an answer may show what is hidden by now: then it is read anew. */
const goodForMs = 1000;

export class KnownAnswers {
  private shared: LiveAnswer[] = [];
  private own = new Map<string, LiveAnswer>();
  private since = performance.now();

  /** The answer that this viewer has coming, where it was worked out just now. */
  of(viewer: Viewer): LiveAnswer | undefined {
    if (performance.now() - this.since > goodForMs) this.forget();
    const shared = this.shared.find(({ trace }) => trace.isSharedWith(viewer));
    return shared ?? (this.own.size > 0 ? this.own.get(sameAs(viewer)) : undefined);
  }

  add(viewer: Viewer, answer: LiveAnswer): LiveAnswer {
    if (answer.trace.isOwn) this.own.set(sameAs(viewer), answer);
    else this.shared.push(answer);
    return answer;
  }

  private forget(): void {
    this.shared = [];
    this.own = new Map();
    this.since = performance.now();
  }
}
