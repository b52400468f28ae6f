/** An answer of the provider that does not hold. People read one sentence; the audit log keeps the short reason. */
import { isDatabaseDown } from '@hub/core/server';

/** The reason of what no rule foresaw, such as a provider that broke off: operators are told more. */
export const notUnderstood = 'not understood';

export class OidcRefused extends Error {
  /** Where the person wanted to go, as far as that is known. */
  returnPath = '/';

  constructor(readonly reason: string) {
    super('This sign-in did not work');
  }
}

/** The refusal that an error means. What is the hub's own trouble, such as a database that is away, is thrown as it is. */
export function refusedBecause(cause: unknown): OidcRefused {
  if (cause instanceof OidcRefused) return cause;
  if (typeof cause === 'string') return new OidcRefused(cause);
  if (isDatabaseDown(cause)) throw cause;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
  return new OidcRefused(/^[A-Za-z_]{1,60}$/.test(code) ? code : notUnderstood);
}
