/** Which section of the hub the present page belongs to, for titles and for the menu. */
import { createContext, useContext } from 'react';

export const SectionContext = createContext('');

/** The title of the page definition that is showing. */
export function useSection(): string {
  return useContext(SectionContext);
}
