/** How a process of the hub uses memory. */
import { setFlagsFromString } from 'node:v8';

/**
 * Lets what lives long grow by a third before V8 looks for what of it is garbage. Left to itself V8 waits until it is several times as much:
 * with a hundred megabytes to spare it would keep a hundred megabytes of garbage.
 */
export function growSlowly(): void {
  setFlagsFromString('--heap-growing-percent=30');
}
