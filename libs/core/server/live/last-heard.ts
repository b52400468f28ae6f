/** Of which things this process has heard lately that something happened to them: what was read before that is told to nobody else. */

/** Of so many things it is known when. What was read before the oldest of them counts as overtaken. */
const mostThings = 10_000;

export class LastHeard {
  private readonly lately = new Map<string, number>();
  private forgotten = 0;
  private last = 0;
  private deaf = false;

  /** A number that grows with everything that is heard. */
  get now(): number {
    return this.last;
  }

  note(thing: string): void {
    this.last += 1;
    this.lately.delete(thing);
    this.lately.set(thing, this.last);
    if (this.lately.size > mostThings) this.forgetOldest();
  }

  /** Whether things happen of which nothing is heard. What happened when that ends may have been anything. */
  get isDeaf(): boolean {
    return this.deaf;
  }

  set isDeaf(isDeaf: boolean) {
    this.deaf = isDeaf;
    this.last += 1;
    this.forgotten = this.last;
    this.lately.clear();
  }

  /** Whether nothing has happened to any of the things since. */
  isQuiet(things: Iterable<string>, since: number): boolean {
    if (this.deaf || since < this.forgotten) return false;
    for (const thing of things) if ((this.lately.get(thing) ?? 0) > since) return false;
    return true;
  }

  private forgetOldest(): void {
    for (const [thing, at] of this.lately) {
      this.lately.delete(thing);
      this.forgotten = at;
      return;
    }
  }
}
