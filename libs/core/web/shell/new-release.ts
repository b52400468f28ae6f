/** A part of the page that cannot be fetched: the hub was renewed meanwhile and the file is gone, or the hub cannot be reached. */
const key = 'hub-reloaded-at';
const patience = 60_000;

/**
 * Loads the page anew when one of its files is gone, unless that has just been tried. While the hub cannot be reached the
 * page stays, and says so itself. What is being written is kept by the drafts.
 */
export function watchForNewRelease(): void {
  window.addEventListener('vite:preloadError', () => {
    if (mayReload(sessionStorage.getItem(key), Date.now())) void reloadIfReachable();
  });
}

/** Whether a minute has passed since the last time. */
export function mayReload(last: string | null, now: number): boolean {
  return last === null || now - Number(last) > patience;
}

/** Tries again after a failure. A file of the page that failed once is not asked for again by the browser: it needs a new load. */
export function tryAgain(error: unknown, retry: () => void): void {
  if (isLostFile(error)) void reloadIfReachable();
  else retry();
}

/** Each browser has its own words for it. */
export function isLostFile(error: unknown): boolean {
  return error instanceof Error && /dynamically imported module|module script|preload css/i.test(error.message);
}

async function reloadIfReachable(): Promise<void> {
  const answer = await fetch('/', { method: 'HEAD', cache: 'no-store' }).catch(() => null);
  if (!answer?.ok) return;
  sessionStorage.setItem(key, String(Date.now()));
  window.location.reload();
}
