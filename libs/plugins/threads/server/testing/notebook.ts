/** Posts as a child would note them down: where each is, whose it is, whether it is there, and why a reader has read it. */
import { places, type Name, type Place } from './counting-world';

/** Read where it stood, or by the time that all were marked read with this id to take it back. */
export type Reason = 'seen' | `read-all:${string}` | 'nothing to take back';

export interface Noted {
  readonly id: string;
  readonly author: Name;
  readonly createdAt: string;
  readonly reasons: Map<Name, Set<Reason>>;
  thread: string;
  /** Among the posts that ever were in its thread. */
  place: number;
  hidden: boolean;
  removed: 'no' | 'by a moderator' | 'for good';
  revision: number;
  cut: boolean;
}

export class Notebook {
  readonly posts: Noted[] = [];
  private readonly threads = new Map<string, { readonly where: Place; last: number }>();
  readonly inCommunity = new Set<Name>();
  readonly inSite = new Set<Name>();
  /** What each reader can take back. */
  readonly undo = new Map<Name, Reason>();
  visible = true;

  begin(thread: string, where: Place): void {
    this.threads.set(thread, { where, last: 0 });
  }

  end(thread: string): void {
    this.threads.delete(thread);
  }

  note(post: Pick<Noted, 'id' | 'author' | 'createdAt' | 'thread'>): void {
    const fresh = { reasons: new Map(), hidden: false, removed: 'no', revision: 1, cut: false, place: 0 } as const;
    this.posts.push(this.placed({ ...fresh, ...post }, post.thread));
  }

  /** In the order that they have. */
  move(posts: readonly Noted[], to: string): void {
    for (const post of posts) this.placed(post, to);
  }

  private placed(post: Noted, thread: string): Noted {
    const row = this.threads.get(thread);
    if (!row) throw new Error(`No discussion was noted as ${thread}.`);
    row.last += 1;
    return Object.assign(post, { thread, place: row.last });
  }

  whereOf(thread: string): Place {
    return this.threads.get(thread)?.where ?? places[0];
  }

  in(thread: string): Noted[] {
    return this.posts.filter((post) => post.thread === thread).sort((one, other) => one.place - other.place);
  }

  sees(name: Name, where: Place): boolean {
    if (where === 'about') return this.visible || this.inSite.has(name);
    return where === 'open' || this.inCommunity.has(name);
  }

  openTo(name: Name): string[] {
    return [...this.threads].filter(([, { where }]) => this.sees(name, where)).map(([thread]) => thread);
  }

  /** The facilitator belongs to the community and to no site. */
  openToFacilitator(where?: Place): string[] {
    return [...this.threads]
      .filter(([, row]) => (where === undefined || row.where === where) && (this.visible || row.where !== 'about'))
      .map(([thread]) => thread);
  }

  read(name: Name, thread: string, upTo: number, reason: Reason): void {
    for (const post of this.in(thread)) {
      const reasons = post.reasons.get(name) ?? new Set();
      if (post.place > upTo || (reason !== 'seen' && reasons.size > 0)) continue;
      post.reasons.set(name, reasons.add(reason));
    }
  }

  takeBack(name: Name, reason: Reason): void {
    for (const post of this.posts) post.reasons.get(name)?.delete(reason);
  }

  isUnread(name: Name, { author, hidden, removed, reasons }: Noted): boolean {
    return author !== name && !hidden && removed === 'no' && (reasons.get(name)?.size ?? 0) === 0;
  }

  /** Post by post, without any mark: of each thread that the reader sees, what they have not read. */
  recount(name: Name): Record<string, string[]> {
    return Object.fromEntries(
      this.openTo(name).map((thread) => [
        thread,
        this.in(thread)
          .filter((post) => this.isUnread(name, post))
          .map(({ id }) => id),
      ]),
    );
  }
}
