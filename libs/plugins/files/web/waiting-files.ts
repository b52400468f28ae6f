/** How many files of a draft are not as in the version that others see: added, described anew or taken away. Pure. */

interface Named {
  readonly id: string;
}

export function waitingFiles(draft: readonly Named[], published: readonly Named[]): number {
  const without = (files: readonly Named[], others: readonly Named[]) =>
    files.filter(({ id }) => !others.some((other) => other.id === id)).length;
  return without(draft, published) + without(published, draft);
}
