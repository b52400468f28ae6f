/** Trying again: a new number makes failed questions ask anew instead of failing from memory. */
import { createContext, useContext, useState, type ReactNode } from 'react';

const RetryContext = createContext(0);

/** How often the person has tried again here. Part of every page question's key. */
export function useRetryCount(): number {
  return useContext(RetryContext);
}

/** Gives its children the way to try again. */
export function RetryProvider({ children }: { readonly children: (retry: () => void) => ReactNode }) {
  const outer = useRetryCount();
  const [count, setCount] = useState(0);
  return <RetryContext value={outer + count}>{children(() => setCount((last) => last + 1))}</RetryContext>;
}
