/** The checked list of plugins, core first. */
import type { ServerPlugin } from './define';

export class PluginList {
  constructor(readonly all: readonly ServerPlugin[]) {}

  /** The first value that a plugin gives, or undefined. */
  find<T>(pick: (plugin: ServerPlugin) => T | undefined): T | undefined {
    for (const plugin of this.all) {
      const value = pick(plugin);
      if (value !== undefined) return value;
    }
    return undefined;
  }
}
