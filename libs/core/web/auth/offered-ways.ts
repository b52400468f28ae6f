/** Which of the ways to sign in this hub has: each is asked, and the answers are kept while the sign-in page is open. */
import type { SignInWay } from '../plugin/define';

let asked: { readonly ways: readonly SignInWay[]; readonly answer: Promise<readonly SignInWay[]> } | undefined;

/** The ways that are offered, in order. Rejects when one cannot tell; asking once more then asks anew. */
export function offeredWays(ways: readonly SignInWay[]): Promise<readonly SignInWay[]> {
  if (asked?.ways === ways) return asked.answer;
  const answer = askAll(ways);
  asked = { ways, answer };
  answer.catch(() => forgetOfferedWays());
  return answer;
}

/** Makes the next question ask anew. */
export function forgetOfferedWays(): void {
  asked = undefined;
}

async function askAll(ways: readonly SignInWay[]): Promise<readonly SignInWay[]> {
  const answers = await Promise.all(ways.map((way) => way.isOffered()));
  return ways.filter((_way, index) => answers[index]);
}
