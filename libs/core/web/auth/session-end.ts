/** The news that the session may be over, from whoever hears it first: the live socket, closed or refused for that reason. */
type Listener = (isSocketClosed: boolean) => void;

const listeners = new Set<Listener>();

/** Tells whoever watches the session to look, and whether the live socket was closed by the hub: it is not opened again by itself. */
export function tellSessionMayBeOver(isSocketClosed: boolean): void {
  for (const listener of [...listeners]) listener(isSocketClosed);
}

/** Listens; the returned function stops. */
export function onSessionMayBeOver(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
