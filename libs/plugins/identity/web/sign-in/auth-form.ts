/** Sending a form to one of the hub's /auth addresses, with its problems read for the page as those of any other form. */
import { useRef, useState } from 'react';
import { problemOf, sentenceFor, type Problem } from '@hub/core/web';

interface AuthForm {
  /** Sends it. Resolves to what the hub answered, or to null when it was refused or is on its way already. */
  readonly send: <Answer>(address: string, body: object) => Promise<Answer | null>;
  readonly problem: Problem | null;
  readonly setProblem: (problem: Problem | null) => void;
}

/** `refused` is the problem to show for an answer that says no to what was entered: 400 or 401. */
export function useAuthForm(refused: Problem): AuthForm {
  const [problem, setProblem] = useState<Problem | null>(null);
  const isOnItsWay = useRef(false);
  const send = async <Answer>(address: string, body: object): Promise<Answer | null> => {
    if (isOnItsWay.current) return null;
    isOnItsWay.current = true;
    try {
      const answer = await post(address, body);
      setProblem(answer.ok ? null : problemIn(answer, refused));
      return answer.ok ? await read<Answer>(answer) : null;
    } catch (error) {
      setProblem(problemOf(error));
      return null;
    } finally {
      isOnItsWay.current = false;
    }
  };
  return { send, problem, setProblem };
}

/** The problem with one field. */
export function fieldProblem(path: string, message: string): Problem {
  return { code: 'BAD_USER_INPUT', message, fields: [{ path, message }], retryAfter: null, extensions: {} };
}

/** "12 minutes", "1 minute", "40 seconds". */
export function waitWords(seconds: number): string {
  if (seconds < 60) return seconds === 1 ? '1 second' : `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}

function problemIn(answer: Response, refused: Problem): Problem {
  if (answer.status === 400 || answer.status === 401) return refused;
  if (answer.status === 429) return tooMany(Number(answer.headers.get('retry-after')));
  const code = answer.status === 503 ? 'SERVICE_UNAVAILABLE' : 'UNKNOWN';
  return { code, message: sentenceFor(code), fields: [], retryAfter: null, extensions: {} };
}

function tooMany(seconds: number): Problem {
  const wait = Number.isFinite(seconds) && seconds > 0 ? `in ${waitWords(seconds)}` : 'in a few minutes';
  const message = `There were too many tries. You can try again ${wait}.`;
  return { code: 'RATE_LIMITED', message, fields: [], retryAfter: seconds || null, extensions: {} };
}

function post(address: string, body: object): Promise<Response> {
  return fetch(address, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

async function read<Answer>(answer: Response): Promise<Answer> {
  const text = await answer.text();
  return (text ? JSON.parse(text) : {}) as Answer;
}
