/** A person who reads or writes without asking the hub for anything is there all the same: now and then the page says so. */
const atMostEvery = 120_000;
const signs = ['keydown', 'pointerdown', 'pointermove', 'scroll'] as const;

let lastSign = Date.now();

/** Whether nobody has touched the page for a while: what it asks by itself then says nothing about the person. */
export function isUnattended(): boolean {
  return Date.now() - lastSign > atMostEvery;
}

/** Calls `tell` while the person does something, and when they come back to the tab, at most every 2 minutes. The returned function stops. */
export function onSignOfLife(tell: () => void): () => void {
  let toldAt = Date.now();
  const seen = () => {
    if (document.visibilityState === 'hidden') return;
    lastSign = Date.now();
    if (lastSign - toldAt < atMostEvery) return;
    toldAt = lastSign;
    tell();
  };
  for (const sign of signs) window.addEventListener(sign, seen, { passive: true });
  document.addEventListener('visibilitychange', seen);
  return () => {
    for (const sign of signs) window.removeEventListener(sign, seen);
    document.removeEventListener('visibilitychange', seen);
  };
}
