/** Where signing in leads: with a fresh load of the page, so that nothing of the visitor's is left in it. */
import { useHasPage } from '@hub/core/web';

const welcome = '/welcome';

/** Goes back to where one came from; whoever is new first goes to the welcome, where the hub has one. */
export function useArrival(returnTo: string): (isNew: boolean) => void {
  const hasWelcome = useHasPage()(welcome);
  return (isNew) =>
    window.location.assign(isNew && hasWelcome ? `${welcome}?return=${encodeURIComponent(returnTo)}` : returnTo);
}
