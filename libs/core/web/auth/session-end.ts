/** The news that the session may be over, from whoever hears it first: the live socket, closed for that reason. */
const listeners = new Set<() => void>();

/** Tells whoever watches the session to look. */
export function tellSessionMayBeOver(): void {
  for (const listener of [...listeners]) listener();
}

/** Listens; the returned function stops. */
export function onSessionMayBeOver(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
