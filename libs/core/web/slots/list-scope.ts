/** What another plugin knows of the reader, as fields of a list's filter. */
import { useRegistry } from '../plugin/registry-context';

/** Null where nobody narrows the list. */
export function useListScope(list: string): Readonly<Record<string, boolean>> | null {
  return useRegistry().listScopes.find((scope) => scope.list === list)?.filter ?? null;
}
