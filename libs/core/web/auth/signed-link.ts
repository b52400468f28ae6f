/** What the page of a link in a mail does, where nobody is signed in: it shows what the link is for, and acts when asked. */
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { problemOf, type Problem } from '../apollo/errors';

export interface SignedLinkAct {
  readonly isDone: boolean;
  readonly problem: Problem | null;
  /** Does what the link is for. */
  readonly act: () => Promise<void>;
}

/** What the address says as `token`; words that nobody signed where there are none, which the hub says of itself does not work. */
export function useLinkToken(): string {
  const [address] = useSearchParams();
  return address.get('token')?.trim() || 'none';
}

/** Acts by a POST to the path of the page itself. */
export function useSignedLink(path: string, token: string): SignedLinkAct {
  const [isDone, setDone] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const act = async () => {
    setProblem(null);
    try {
      const answer = await fetch(`${path}?token=${encodeURIComponent(token)}`, { method: 'POST' });
      if (!answer.ok) throw new Error(`It was answered ${answer.status}.`);
      setDone(true);
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  return { isDone, problem, act };
}
