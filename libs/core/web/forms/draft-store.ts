/** Where drafts are kept: in the tab's own store, under the member whose they are. */
const prefix = 'hub-draft:';

/** The place of one draft of a member, or of a visitor. */
export function placeOf(member: string | undefined, key: string): string {
  return `${prefix}${member ?? 'signed-out'}:${key}`;
}

/** Forgets all drafts of this tab. `except` keeps those of one member, who has just signed in again. */
export function clearDrafts(except?: string): void {
  const places = Array.from({ length: sessionStorage.length }, (_, index) => sessionStorage.key(index) ?? '');
  for (const place of places) {
    if (!place.startsWith(prefix)) continue;
    if (except && place.startsWith(`${prefix}${except}:`)) continue;
    sessionStorage.removeItem(place);
  }
}

/** What is kept there; null when there is nothing, or nothing readable. */
export function read(place: string): object | null {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(place) ?? 'null');
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}

/** Keeps a value, where the browser lets it. */
export function keep(place: string, value: object): void {
  try {
    sessionStorage.setItem(place, JSON.stringify(value));
  } catch {
    // A full or forbidden store must not stop the writing itself.
  }
}

/** Forgets one draft. */
export function forget(place: string): void {
  sessionStorage.removeItem(place);
}
