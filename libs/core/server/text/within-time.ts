/** Work on somebody's text by patterns that a text can be made for on which they search for minutes. */
import { runInNewContext } from 'node:vm';

/** What the work gives, or null when it throws or takes longer than this: it is stopped in the middle then. It must not wait for anything. */
export function withinTime<Result>(milliseconds: number, work: () => Result): Result | null {
  try {
    return runInNewContext('work()', { work }, { timeout: milliseconds }) as Result;
  } catch {
    return null;
  }
}
