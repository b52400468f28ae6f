/** A part of the page that is no longer there: the hub was renewed meanwhile, so the page is loaded again, once. */
const key = 'hub-reloaded-at';
const patience = 60_000;

/** Loads the page anew when one of its files is gone, unless that has just been tried. What is being written is kept by the drafts. */
export function watchForNewRelease(): void {
  window.addEventListener('vite:preloadError', (event) => {
    if (!mayReload(sessionStorage.getItem(key), Date.now())) return;
    event.preventDefault();
    sessionStorage.setItem(key, String(Date.now()));
    window.location.reload();
  });
}

/** Whether a minute has passed since the last time. */
export function mayReload(last: string | null, now: number): boolean {
  return last === null || now - Number(last) > patience;
}
