/** The edits of a post, made from what it says and what it said before. */

interface Edited {
  readonly body: string;
  readonly createdAt: string;
  readonly editedAt?: string | null;
  /** Newest first. */
  readonly revisions: readonly { readonly number: number; readonly body: string; readonly writtenAt: string }[];
}

export interface Edit {
  /** The revision that it ended. */
  readonly number: number;
  readonly at: string;
  readonly before: string;
  readonly after: string;
}

/** Newest first. Each edit came when the words after it were written. */
export function editsOf({ body, createdAt, editedAt, revisions }: Edited): Edit[] {
  return revisions.map((revision, index) => {
    const next = revisions[index - 1];
    return {
      number: revision.number,
      at: next?.writtenAt ?? editedAt ?? createdAt,
      before: revision.body,
      after: next?.body ?? body,
    };
  });
}
