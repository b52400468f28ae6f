/** What the page of how the hub runs says of its figures. Pure. */
import { counted } from '@hub/ui';

/** From so many on the hub does not count. */
const mostCounted = 10_000;

/** A worker that is well is never behind for so long. */
const lateAfterMs = 5 * 60_000;

/** "Nothing", "3 letters", "10,000 letters or more". */
export function waitingWords(count: number, noun: string): string {
  if (count === 0) return 'Nothing';
  return count >= mostCounted ? `${counted(count, noun)} or more` : counted(count, noun);
}

/** Whether something has waited for longer than it should. */
export function isLate(oldestAt: string | null, now: string): boolean {
  return oldestAt !== null && Date.parse(now) - Date.parse(oldestAt) > lateAfterMs;
}

const roles: Readonly<Record<string, string>> = {
  all: 'Pages, requests and work',
  api: 'Pages and requests',
  worker: 'Work',
};

/** What a process does. */
export const roleWords = (role: string): string => roles[role] ?? role;

interface Outcome {
  readonly doneAt: string | null;
  readonly failures: number;
}

/** How scheduled work went last. */
export function outcomeWords({ doneAt, failures }: Outcome): string {
  if (failures > 0) return `Failed ${counted(failures, 'time')}, and is tried again`;
  return doneAt ? 'Done' : 'Not done yet';
}

/** Whether what was acknowledged is kept when the machine of the database dies, by the settings that are off and should not be. */
export function riskWords(settings: readonly string[]): string {
  if (settings.length === 0) return 'Nothing that was acknowledged is lost';
  return `What was acknowledged may be lost: PostgreSQL has ${settings.join(', ')} off. Switch on what is off`;
}

/** `AddSchedules1900000000102` as "Add schedules (1900000000102)". */
export function migrationWords(name: string): string {
  const [, words = name, number = ''] = /^(\D+)(\d+)$/.exec(name) ?? [];
  const spaced = words.replaceAll(
    /([a-z])([A-Z])/g,
    (_all, before: string, after: string) => `${before} ${after.toLowerCase()}`,
  );
  return number ? `${spaced} (${number})` : name;
}
