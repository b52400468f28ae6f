/** Numbers for objects, by which keys of caches tell them apart: the same for the same object, which is not kept alive by it. */
export class Numbers {
  private readonly known = new WeakMap<object, number>();
  private last = 0;

  of(object: object): number {
    const known = this.known.get(object);
    if (known !== undefined) return known;
    this.last += 1;
    this.known.set(object, this.last);
    return this.last;
  }
}
