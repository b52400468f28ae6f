/** Which page of a list the address asks for, where several lists share one page of the hub: as `Pager` writes it. */
import { useSearchParams } from 'react-router';

/** The variables for the list whose cursors begin with this name in the address. */
export function usePageOf(name: string, size: number) {
  const [address] = useSearchParams();
  const before = address.get(`${name}-before`);
  return before ? { last: size, before } : { first: size, after: address.get(`${name}-after`) };
}
