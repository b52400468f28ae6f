/** Starts the hub in the page. */
import { createRoot } from 'react-dom/client';
import { createHubClient } from './apollo/client';
import { loadDemoMembers } from './auth/session';
import { watchSignOut } from './auth/signed-out';
import { coreWebPlugin } from './core.plugin';
import type { WebPlugin } from './plugin/define';
import { composeWebPlugins } from './plugin/registry';
import { HubApp } from './shell/hub-app';
import { watchForNewRelease } from './shell/new-release';

/** Composes core with the plugins and renders. Throws, before anything is shown, when the plugins do not fit together. */
export function startHub(plugins: readonly WebPlugin[], element: HTMLElement): void {
  const registry = composeWebPlugins([coreWebPlugin, ...plugins]);
  watchForNewRelease();
  watchSignOut();
  void loadDemoMembers();
  createRoot(element).render(
    <HubApp registry={registry} client={createHubClient({ byId: import.meta.env?.PROD ?? false })} />,
  );
}
