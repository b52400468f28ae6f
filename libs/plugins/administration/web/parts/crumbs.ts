/** The way up from the pages of administration. */
import type { Crumb } from '@hub/core/web';

const home = { to: '/', label: 'Home' };

/** From the page of tasks. */
export const fromHome: readonly Crumb[] = [home];
/** From a list. */
export const fromTasks: readonly Crumb[] = [home, { to: '/administration', label: 'Administration' }];

/** From a page below a list. */
export function below(to: string, label: string): readonly Crumb[] {
  return [...fromTasks, { to, label }];
}
