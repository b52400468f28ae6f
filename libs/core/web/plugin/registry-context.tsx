/** Hands the composed registry to every component of the page. */
import { createContext, useContext } from 'react';
import { composeWebPlugins, type WebRegistry } from './registry';

const RegistryContext = createContext<WebRegistry>(composeWebPlugins([]));

export const RegistryProvider = RegistryContext;

/** The plugins' contributions. Empty outside of the hub's frame, as in a test of one component. */
export function useRegistry(): WebRegistry {
  return useContext(RegistryContext);
}
