/** The extension point of search: whoever owns a kind of entity says which words it can be found by. */
import { extensionPoint, type EntityRef, type Transaction } from '@hub/core/contract';

/** The words of one entity. A hit in the title counts for more than a hit in the body. */
export interface SearchDocument {
  readonly ref: EntityRef;
  readonly title: string;
  /** Plain text or Markdown. The line that matched is shown from here, so keep one thought a line. */
  readonly body: string;
  /** What stands in parts of its page that have addresses of their own, such as replies; after the body. */
  readonly parts?: readonly DocumentPart[] | null;
  /** By what it can be narrowed. All of it is read by whoever can see the entity. */
  readonly stage?: string | null;
  readonly lessons?: readonly number[] | null;
  readonly enablers?: readonly number[] | null;
  /** In small letters. */
  readonly tags?: readonly string[] | null;
  /** When it last came to more, where that is no change of the directory's entry: the newest reply. */
  readonly happenedAt?: Date | string | null;
  /** Found as others are, after all others: what was withdrawn. */
  readonly comesLast?: boolean;
}

export interface DocumentPart {
  /** What follows # in the page's address; null for the page as a whole. */
  readonly place: string | null;
  readonly text: string;
}

/**
 * Makes the documents of one kind of entity. Reads current state; an entity that it does not answer leaves the index.
 * A document holds only what everyone who can see its entity may read: never a draft's text for a published thing, never who an
 * anonymous author is.
 */
export interface SearchDocuments {
  readonly kind: string;
  read(tx: Transaction, refs: readonly EntityRef[]): Promise<readonly SearchDocument[]>;
}

/** One contribution for each searchable kind. Its documents are made anew whenever the directory row changes. */
export const searchDocuments = extensionPoint<SearchDocuments>('search', 'documents');
