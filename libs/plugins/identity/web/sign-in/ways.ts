/** The ways to sign in that this hub has, as it says itself. */

export interface Ways {
  readonly code: { readonly available: boolean; readonly domains: readonly string[] };
  /** The label ends the sentence "Sign in with …". */
  readonly oidc: { readonly label: string } | null;
  /** Nobody administers the hub yet. */
  readonly isEmpty: boolean;
  /** Whoever runs it has named its first administrator. */
  readonly adminNamed: boolean;
  /** Letters are kept in the hub instead of being sent. */
  readonly mailKept: boolean;
}

const none: Ways = {
  code: { available: false, domains: [] },
  oidc: null,
  isEmpty: false,
  adminNamed: false,
  mailKept: false,
};

let asked: Promise<Ways> | undefined;

/** Asks once for each load of the page, and again after a failure. Rejects when the hub cannot be reached. */
export function loadWays(): Promise<Ways> {
  if (asked) return asked;
  const answer = ask();
  asked = answer;
  answer.catch(() => {
    asked = undefined;
  });
  return answer;
}

export const isByCode = async (): Promise<boolean> => (await loadWays()).code.available;
export const isByProvider = async (): Promise<boolean> => (await loadWays()).oidc !== null;
export const hasNoAdministrator = async (): Promise<boolean> => (await loadWays()).isEmpty;

/** A hub whose server has no such address has none of these ways. */
async function ask(): Promise<Ways> {
  const answer = await fetch('/auth/ways', {
    headers: { accept: 'application/json' },
    signal: AbortSignal.timeout(10_000),
  });
  if (answer.status >= 500) throw new Error(`/auth/ways answered ${answer.status}`);
  const isJson = answer.ok && answer.headers.get('content-type')?.includes('json');
  return isJson ? { ...none, ...((await answer.json()) as Partial<Ways>) } : none;
}
