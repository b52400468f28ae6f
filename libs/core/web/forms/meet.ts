/** How two edits of the same thing meet, field by field. Pure. */

interface Edits<Value> {
  /** What both began from. */
  readonly base: Value;
  readonly mine: Value;
  readonly theirs: Value;
}

interface Met<Value> {
  /** The fields that only one of them changed as that one has them; those that both changed as mine has them. */
  readonly value: Value;
  /** Whether both changed the same field, to different things. */
  readonly clashes: boolean;
}

/** Lists count as one field: who changed one, changed it. */
export function meet<Value extends object>({ base, mine, theirs }: Edits<Value>): Met<Value> {
  const fields = Object.keys(mine) as (keyof Value)[];
  const untouched = fields.filter((field) => isSame(mine[field], base[field]));
  const clashes = fields.some(
    (field) =>
      ![base[field], theirs[field]].some((other) => isSame(mine[field], other)) && !isSame(theirs[field], base[field]),
  );
  return { value: { ...mine, ...Object.fromEntries(untouched.map((field) => [field, theirs[field]])) }, clashes };
}

/** Whether two values say the same. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
