/** Where a step of the welcome is, with the page to go on to. */
import { welcomePage } from '@hub/plugins/membership/contract';

export function stepAddress(step: number, onTo: string): string {
  return `${welcomePage}?${new URLSearchParams({ step: String(step), ...(onTo === '/' ? {} : { return: onTo }) })}`;
}
