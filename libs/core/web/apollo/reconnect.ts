/** Who wants to know that the live connection was lost and is back: they ask again, so that nothing is missed. */
import { useEffect, useEffectEvent } from 'react';

const listeners = new Set<() => void>();

/** Calls everyone who waits for a reconnection. */
export function tellReconnected(): void {
  for (const listener of [...listeners]) listener();
}

/** Runs the latest `ask` after each reconnection, and when the device comes back online. */
export function useOnReconnect(ask: () => void): void {
  const onReconnect = useEffectEvent(ask);
  useEffect(() => {
    const listener = () => onReconnect();
    listeners.add(listener);
    window.addEventListener('online', listener);
    return () => {
      listeners.delete(listener);
      window.removeEventListener('online', listener);
    };
  }, []);
}
