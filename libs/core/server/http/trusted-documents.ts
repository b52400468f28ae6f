/** The operations that the hub's own pages send, known by their hash: asked for by id, and by setting the only ones that are run. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { GraphQLError } from 'graphql';
import type { Settings } from '../settings';

/** What the build of the pages writes beside them. */
export const operationsFile = 'operations.json';

/** What a request says to run: a text, or the id of one (GraphQL over HTTP's `documentId`); sockets then send an empty text. */
export interface AskedDocument {
  readonly documentId?: unknown;
  readonly query?: unknown;
}

export class TrustedDocuments {
  private readonly texts: ReadonlyMap<string, string>;
  private readonly names: ReadonlySet<string>;

  /** `only` refuses every other text. */
  constructor(
    texts: readonly string[],
    private readonly only: boolean,
  ) {
    this.texts = new Map(texts.map((text) => [idOf(text), text]));
    this.names = new Set(texts.flatMap((text) => nameIn(text) ?? []));
  }

  /** The name of the operation that a request says to run, where it is one of the pages' own; undefined otherwise. */
  nameOf(asked: unknown): string | undefined {
    if (typeof asked !== 'object' || asked === null) return undefined;
    const { operationName, documentId, query } = asked as Readonly<Record<string, unknown>>;
    const text = typeof query === 'string' ? query : this.texts.get(String(documentId));
    const name = typeof operationName === 'string' ? operationName : nameIn(text ?? '');
    return name !== undefined && this.names.has(name) ? name : undefined;
  }

  /** The text to run; what the request says where it says no id and any text may be run. Throws a coded GraphQLError otherwise. */
  textOf({ documentId, query }: AskedDocument): unknown {
    if (documentId === undefined || documentId === null) {
      if (!this.only || (typeof query === 'string' && this.texts.has(idOf(query)))) return query;
      throw refused('PERSISTED_QUERY_ONLY', 'Only the operations of its own pages are run here');
    }
    if (query) throw refused('BAD_REQUEST', 'Send a query or its id, not both');
    const text = typeof documentId === 'string' ? this.texts.get(documentId) : undefined;
    if (text === undefined)
      throw refused('PERSISTED_QUERY_NOT_FOUND', 'No operation is known by this id. Send its text');
    return text;
  }
}

/** Those beside the built pages. Throws when only they may be run and the pages have none. */
export function trustedDocuments({ webFolder, trustedDocumentsOnly }: Settings): TrustedDocuments {
  const file = webFolder && path.join(webFolder, operationsFile);
  const texts = file && existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as string[]) : [];
  if (file && trustedDocumentsOnly && texts.length === 0)
    throw new Error(`HUB_TRUSTED_DOCUMENTS_ONLY is set, but there is no ${file}.`);
  return new TrustedDocuments(texts, trustedDocumentsOnly);
}

function nameIn(text: string): string | undefined {
  return /^\s*(?:query|mutation|subscription)\s+(\w+)/m.exec(text)?.[1];
}

function idOf(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

function refused(code: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}
