/** Where to sign in, with the way back to this page. */
import { useLocation } from 'react-router';

/** `/sign-in?back=…` for the present page. */
export function useSignInAddress(): string {
  const { pathname, search } = useLocation();
  return signInAddress(`${pathname}${search}`);
}

/** `/sign-in?back=…` for any page of the hub. */
export function signInAddress(back: string): string {
  return back === '/' || back.startsWith('/sign-in') ? '/sign-in' : `/sign-in?back=${encodeURIComponent(back)}`;
}

/** The address to return to, if it is one of ours; else the home page. */
export function safeBack(search: string): string {
  const back = new URLSearchParams(search).get('back') ?? '/';
  return /^\/(?![/\\])/.test(back) ? back : '/';
}
