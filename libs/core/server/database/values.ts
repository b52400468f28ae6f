/** The values of a statement that is put together from parts. */
export class Values {
  readonly all: unknown[] = [];
  private readonly shared = new Map<string, string>();

  /** A new parameter of an SQL type. */
  of(value: unknown, cast: string): string {
    this.all.push(value);
    return `$${this.all.length}::${cast}`;
  }

  /** The same parameter each time that something of this name is asked for. */
  once(name: string, value: unknown, cast: string): string {
    const known = this.shared.get(name) ?? this.of(value, cast);
    this.shared.set(name, known);
    return known;
  }
}
