/** What every resolver is handed: who asks. On a live connection the viewer is always the current one. */
import type { Viewer } from '@hub/core/contract';
import type { Action } from './action';

export interface HubContext {
  viewer(): Promise<Viewer>;
  readonly action?: Action;
}
