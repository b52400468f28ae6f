/** Where to sign in, with the way back to this page. */
import { useLocation } from 'react-router';

/** The page for signing in. */
export const signInPath = '/sign-in';

/** `/sign-in?return=…` for the present page. */
export function useSignInAddress(): string {
  const { pathname, search } = useLocation();
  return signInAddress(`${pathname}${search}`);
}

/** `/sign-in?return=…` for any page of the hub. */
export function signInAddress(back: string): string {
  return back === '/' || back.startsWith(signInPath) ? signInPath : `${signInPath}?${returnPart(back)}`;
}

/** One step of signing in, which keeps the way back. */
export function signInStep(step: string, back: string): string {
  return `${signInPath}?step=${encodeURIComponent(step)}${back === '/' ? '' : `&${returnPart(back)}`}`;
}

/** The address to return to that an address carries, if it is one of ours; else the home page. */
export function returnIn(search: string): string {
  return pageOfOurs(new URLSearchParams(search).get('return'), '/');
}

/** A page of this hub that an address asks for, or the one given; never another place. */
export function pageOfOurs(wanted: string | null, otherwise: string): string {
  if (!wanted?.startsWith('/') || !URL.canParse(wanted, window.location.origin)) return otherwise;
  const { origin, pathname, search: query, hash } = new URL(wanted, window.location.origin);
  const isOurs = origin === window.location.origin && !pathname.startsWith('//');
  return isOurs ? `${pathname}${query}${hash}` : otherwise;
}

function returnPart(back: string): string {
  return `return=${encodeURIComponent(back)}`;
}
