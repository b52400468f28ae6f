/** Puts drafts into the browser: fetched once a form is there, because it reads what is typed for details of patients first. */
import { isCurrent, putAway, type KeptDraft } from './draft-store';
import { kindsIn } from './patient-rules';

interface Waiting {
  readonly place: string;
  readonly draft: KeptDraft;
  /** Hears whether it was kept. */
  readonly told: (isKept: boolean) => void;
}

/** How long a pause in the typing is: half a number is not kept while its other half is typed. */
const pauseMs = 600;
const waiting = new Map<string, Waiting & { readonly timer: number }>();

/** Keeps a draft after a pause, or as soon as the page is left. */
export function keepSoon(next: Waiting): void {
  window.clearTimeout(waiting.get(next.place)?.timer);
  waiting.set(next.place, { ...next, timer: window.setTimeout(() => settle(next.place), pauseMs) });
}

/** What looks like it holds a detail of a patient is kept nowhere, nor what was kept of it before. */
function settle(place: string): void {
  const next = waiting.get(place);
  waiting.delete(place);
  if (!next || !isCurrent(place, next.draft)) return;
  const mayBeKept = !holdsPatientDetails(next.draft.value);
  putAway(place, mayBeKept ? next.draft : null);
  next.told(mayBeKept);
}

function holdsPatientDetails(value: unknown): boolean {
  if (typeof value === 'string') return kindsIn(value).length > 0;
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsPatientDetails);
}

window.addEventListener('pagehide', () => [...waiting.keys()].forEach(settle));
