/** Signing out in one tab is signing out in all of them: each forgets what was written in it, also one that slept meanwhile. */
import { clearDraftsOfTab, endDrafts, forgetOldDrafts } from '../forms/draft-store';

/** The last sign-out in this browser, and the last that this tab has heard of. */
const signedOut = 'hub-signed-out';
const heard = 'hub-signed-out-heard';

/** For a session that ends by the person's own wish: forgets what was written, in every tab, and goes to the address. */
export function leave(to: string): void {
  const now = String(Date.now());
  endDrafts();
  write('sessionStorage', heard, now);
  write('localStorage', signedOut, now);
  window.location.assign(to);
}

/** Starts listening. A page that the browser kept for its Back button is loaded anew. */
export function watchSignOut(): void {
  if (hearOfSignOut()) clearDraftsOfTab();
  forgetOldDrafts();
  window.addEventListener('storage', ({ key }) => {
    if (key !== signedOut || !hearOfSignOut()) return;
    endDrafts();
    window.location.assign('/');
  });
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) window.location.reload();
  });
}

/** True when somebody has signed out since this tab last looked. */
function hearOfSignOut(): boolean {
  const last = read('localStorage', signedOut);
  if (last === null || last === read('sessionStorage', heard)) return false;
  write('sessionStorage', heard, last);
  return true;
}

type Store = 'localStorage' | 'sessionStorage';

function read(store: Store, key: string): string | null {
  try {
    return window[store].getItem(key);
  } catch {
    return null;
  }
}

function write(store: Store, key: string, value: string): void {
  try {
    window[store].setItem(key, value);
  } catch {
    // Where the browser keeps nothing, there is nothing to forget either.
  }
}
