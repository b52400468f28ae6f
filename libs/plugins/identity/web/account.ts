/** What the pages of the account stand on: one question for all of them, and the words for problems that they share. */
import { usePageQuery, type Problem } from '@hub/core/web';
import { YourAccountDocument, type YourAccountQuery } from './account.generated';

export type Account = NonNullable<YourAccountQuery['viewerAccount']>;

/** The viewer's account, and a way to read it anew. Null when their session has ended. */
export function useAccount(): { readonly account: Account | null; readonly refetch: () => void } {
  const { data, refetch } = usePageQuery(YourAccountDocument);
  return { account: data.viewerAccount, refetch };
}

/** The way up from every page of the account. */
export const accountCrumbs = [
  { to: '/', label: 'Home' },
  { to: '/account', label: 'Your account' },
] as const;

/** These pages have nothing to compare: what the hub says of a conflict is shown as it is. */
export function sayConflict(problem: Problem | null): Problem | null {
  return problem?.code === 'CONFLICT' ? { ...problem, code: 'FORBIDDEN' } : problem;
}

/** The same problem beside a field. */
export function besideField(
  problem: Problem | null,
  code: Problem['code'],
  path: string,
  message: string,
): Problem | null {
  return problem?.code === code ? { ...problem, message, fields: [{ path, message }] } : problem;
}

/** The problem with a field that was left empty, or null. */
export function missing(path: string, value: string, message: string): Problem | null {
  if (value.trim() !== '') return null;
  return { code: 'BAD_USER_INPUT', message, fields: [{ path, message }], retryAfter: null, extensions: {} };
}
