/** Extension points: typed tokens in a plugin's contract that others contribute to. */
export interface ExtensionPoint<Contribution> {
  readonly id: string;
  /** The plugin that offers the point and injects the list of contributions. */
  readonly owner: string;
  readonly contribution?: Contribution;
}

/** Declares an extension point. Its id is `<owner>.<name>`. */
export function extensionPoint<Contribution>(owner: string, name: string): ExtensionPoint<Contribution> {
  return Object.freeze({ id: `${owner}.${name}`, owner });
}
