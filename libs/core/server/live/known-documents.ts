/** Live operations read and checked before: the same text gives the same document object, by which those who asked the same are known. */
import type { GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import { validOperation, type AskedOperation, type CheckedOperation } from '../graphql/checked-operation';

/** Letters of text: some hundreds of pages' operations. */
const mostText = 1_000_000;

type Valid = Pick<CheckedOperation, 'document' | 'operation'>;

export class KnownDocuments {
  private readonly known = new LRUCache<string, Valid>({
    maxSize: mostText,
    sizeCalculation: (_valid, key) => key.length,
  });

  /** As `validOperation` gives it, and throws. */
  valid(schema: GraphQLSchema, { query, operationName }: AskedOperation): Valid {
    const key = JSON.stringify([operationName, query]);
    const known = this.known.get(key);
    if (known) return known;
    const made = validOperation(schema, { query, operationName });
    this.known.set(key, made);
    return made;
  }
}
