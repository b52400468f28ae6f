/** What can be left out of the hub: each plugin that nothing needs, and discussions with those that stand on them. */
import type { ServerPlugin } from '@hub/core/server';

export interface LeftOut {
  readonly id: string;
  /** The plugin, and those that cannot be there without it. */
  readonly plugins: readonly ServerPlugin[];
}

const alsoWithOthers = ['threads'];

export function leftOutOf(plugins: readonly ServerPlugin[]): LeftOut[] {
  return plugins
    .map(({ id }) => ({ id, plugins: withThoseThatNeed(id, plugins) }))
    .filter(({ id, plugins: gone }) => gone.length === 1 || alsoWithOthers.includes(id));
}

function withThoseThatNeed(id: string, plugins: readonly ServerPlugin[]): ServerPlugin[] {
  const gone = new Set([id]);
  // What a plugin needs comes before it, so once through the list finds all.
  for (const plugin of plugins) if (plugin.needs?.some((need) => gone.has(need))) gone.add(plugin.id);
  return plugins.filter((plugin) => gone.has(plugin.id));
}
