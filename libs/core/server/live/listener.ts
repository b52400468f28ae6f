/** One live operation of one connection, as what is heard live knows it. */
import type { Viewer } from '@hub/core/contract';
import type { ExecutionArgs, ExecutionResult } from 'graphql';

export interface LiveListener {
  /** What was asked. The same text gives the same document object, so that those who asked alike are known. */
  readonly operation: Pick<ExecutionArgs, 'schema' | 'document' | 'operationName' | 'variableValues'>;
  /** The viewer as they are now: at once, unless it is being found out. */
  viewer(): Viewer | Promise<Viewer>;
  /** An answer as the protocol sends it to everyone, errors in the words of the hub: what comes last in the message, in UTF-8. */
  asBytes(result: ExecutionResult): Buffer;
  /** Sends an answer that is bytes already, to this operation. */
  send(answer: Buffer): void;
  /** Told when its events are not read fast enough. */
  onUnheard(): void;
  /** Calls back once the viewer has come to have other keys. The returned function ends that. */
  whenKeysChange(callback: () => void): () => void;
}
