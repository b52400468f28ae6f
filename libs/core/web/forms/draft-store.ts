/** Where drafts are: on this page, and behind it in the browser, under the member whose they are. A visitor's stay in the tab. */
const prefix = 'hub-draft:';
const visitor = 'signed-out';
const longestKeptMs = 7 * 24 * 60 * 60_000;

export interface KeptDraft {
  /** Tells this draft from others: what is sent of it twice is known by it. */
  readonly id: string;
  /** When it was last written. */
  readonly at: string;
  readonly value: object;
}

/** What was written since the page was loaded, whether or not the browser keeps it. */
const onPage = new Map<string, KeptDraft>();
let isOver = false;
/** What reads drafts for details of patients before they are kept. Not part of a page's first scripts. */
let keeper: typeof import('./draft-keeper') | undefined;

/** The place of one draft of a member, or of a visitor. */
export function placeOf(member: string | undefined, key: string): string {
  return `${prefix}${member ?? visitor}:${key}`;
}

/** Forgets all drafts in this browser. `except` keeps those of one member, who has just signed in again. */
export function clearDrafts(except?: string): void {
  const isOthers = (place: string) => !(except && place.startsWith(`${prefix}${except}:`));
  for (const store of stores()) clear(store, isOthers);
  for (const place of [...onPage.keys()].filter(isOthers)) onPage.delete(place);
}

/** Forgets what the tab alone has. */
export function clearDraftsOfTab(): void {
  for (const store of stores().slice(0, 1)) clear(store, () => true);
}

/** Forgets all drafts, and whatever is still typed before the page is left. */
export function endDrafts(): void {
  isOver = true;
  clearDrafts();
}

/** Forgets what was written more than a week ago. */
export function forgetOldDrafts(): void {
  for (const store of stores()) clear(store, (place) => kept(store, place) === null);
}

/** What is there; null when there is nothing, or nothing readable. */
export function read(place: string): KeptDraft | null {
  return onPage.get(place) ?? fromStore(place);
}

/**
 * Has a draft from now on, and the browser too after a pause in the typing. Tells whether the browser has it: not what looks like
 * it holds a detail of a patient.
 */
export function keep(place: string, draft: KeptDraft, told: (isKept: boolean) => void): void {
  if (isOver) return;
  onPage.set(place, draft);
  if (keeper) keeper.keepSoon({ place, draft, told });
  else void fetchKeeper().then(() => keeper?.keepSoon({ place, draft, told }));
}

/** Fetches what puts drafts into the browser: a form asks for it as it opens, so that the first words survive a page closed at once. */
export async function fetchKeeper(): Promise<void> {
  try {
    keeper ??= await import('./draft-keeper');
  } catch {
    // Without it the words stay on this page, and the next word asks again.
  }
}

/** Whether it is still what stands at its place. */
export function isCurrent(place: string, draft: KeptDraft): boolean {
  return onPage.get(place) === draft;
}

/** Forgets one draft. */
export function forget(place: string): void {
  onPage.delete(place);
  putAway(place, null);
}

/** Puts it into the browser, where the browser lets it; with null, takes away what is there. */
export function putAway(place: string, draft: KeptDraft | null): void {
  try {
    if (draft) storeOf(place).setItem(place, JSON.stringify(draft));
    else storeOf(place).removeItem(place);
  } catch {
    // A full or forbidden store must not stop the writing itself.
  }
}

function clear(store: Storage, isMeant: (place: string) => boolean): void {
  const places = Object.keys(store).filter((place) => place.startsWith(prefix));
  for (const place of places.filter(isMeant)) store.removeItem(place);
}

function fromStore(place: string): KeptDraft | null {
  try {
    return kept(storeOf(place), place);
  } catch {
    return null;
  }
}

function kept(store: Storage, place: string): KeptDraft | null {
  try {
    const draft = JSON.parse(store.getItem(place) ?? 'null') as KeptDraft;
    const isReadable = typeof draft.value === 'object' && draft.value !== null;
    return isReadable && Date.now() - Date.parse(draft.at) < longestKeptMs ? draft : null;
  } catch {
    return null;
  }
}

function storeOf(place: string): Storage {
  return place.startsWith(`${prefix}${visitor}:`) ? sessionStorage : localStorage;
}

function stores(): Storage[] {
  try {
    return [sessionStorage, localStorage];
  } catch {
    return [];
  }
}
