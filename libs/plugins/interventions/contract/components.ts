/** The named parts of an intervention: what must be done as it is, and what may be fitted to a place. */

export interface Component {
  /** Opaque; the same in every version, and in the drafts of adaptations that began with it. */
  readonly key: string;
  readonly name: string;
  readonly description: string | null;
  /** Core: without it, it is another intervention. Otherwise it may be adapted. */
  readonly core: boolean;
  /** Why the originator says so. Null only while it is a draft. */
  readonly reason: string | null;
}
