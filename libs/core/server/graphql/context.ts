/** What every resolver is handed: who asks. On a live connection the viewer is always the current one. */
import type { Viewer } from '@hub/core/contract';
import type { Presumed } from '../auth/proof';
import type { LiveListener } from '../live/listener';
import type { Action } from './action';
import type { Deadline } from './deadline';

export interface HubContext {
  viewer(): Promise<Viewer>;
  /** Over HTTP: who it was lately, for what proves in its own statement that it still is so. */
  readonly presumed?: () => Promise<Presumed>;
  /** Over HTTP: what root fields of a query gave, by their keys in the answer, where that is known before GraphQL comes to ask. */
  readonly settled?: Map<string, Promise<unknown>>;
  /** Over HTTP: what a mutation made of the viewer's keys, for what follows in the same request. */
  readonly becomes?: (viewer: Viewer) => void;
  /** Where the request comes from, for limits by address. */
  readonly address: string;
  readonly deadline: Deadline;
  /** Over HTTP: aborted when the client hangs up before it is answered. What only reads is ended then. */
  readonly gone?: AbortSignal;
  readonly action?: Action;
  /** Over HTTP: gives the browser another token for its session. */
  readonly handOver?: (token: string) => void;
  /** On a live connection: the operation that is heard, and where its answers go. */
  readonly listener?: LiveListener;
}
