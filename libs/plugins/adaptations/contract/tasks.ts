/** The tasks of a record that somebody can be named for: each has a key that stays, whatever its words are. */
import { rowIdOf } from '@hub/core/contract';
import { isSectionKey } from '@hub/plugins/interventions/contract';
import { suitabilityKinds } from './kinds';

export const plainTaskKeys = [...suitabilityKinds, 'DECIDE', 'TEST', 'OUTCOME', 'PUBLISH'] as const;

/** The key of the task to write a section of the site's own text. */
export const sectionTask = (key: string): string => `section:${key}`;

/** Whether a text is the key of a task: a plain one, `section:<key>`, or the id of a change. */
export function isTaskKey(key: string): boolean {
  if ((plainTaskKeys as readonly string[]).includes(key)) return true;
  if (key.startsWith('section:')) return isSectionKey(key.slice('section:'.length));
  return rowIdOf('modification', key) !== null;
}
