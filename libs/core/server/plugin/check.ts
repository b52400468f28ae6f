/** The checks that a list of plugins must pass before anything is started. */
import type { Type } from '@nestjs/common';
import { getMetadataArgsStorage } from 'typeorm';
import { entityChanged, entityMerged, everyEvent } from '../outbox/core-events';
import type { ServerPlugin } from './define';

export class PluginListError extends Error {
  override readonly name = 'PluginListError';
}

/** Throws a PluginListError that names the first thing that does not fit together. */
export function checkPlugins(plugins: readonly ServerPlugin[]): void {
  noDuplicates('plugin', plugins, (plugin) => [plugin.id]);
  plugins.forEach((plugin, position) => checkNeeds(plugin, plugins.slice(0, position)));
  noDuplicates('kind', plugins, (plugin) => plugin.kinds?.map((kind) => kind.kind));
  noDuplicates('permission', plugins, (plugin) => plugin.permissions?.map((permission) => permission.id));
  noDuplicates('domain event', plugins, (plugin) => plugin.events?.map((event) => event.name));
  noDuplicates('default rule', plugins, (plugin) => plugin.defaultRules?.map((rule) => rule.name));
  noDuplicates('schedule', plugins, (plugin) => plugin.schedules?.map((schedule) => schedule.name));
  noDuplicates('table', plugins, (plugin) => plugin.records?.map(tableOf));
  noDuplicates('read model', plugins, (plugin) =>
    [...(plugin.reads ?? []), ...(plugin.composedModels?.(plugins) ?? [])].map((read) => read.type),
  );
  noDuplicates('root read', plugins, (plugin) => Object.keys({ ...plugin.roots, ...plugin.live }));
  noDuplicates('extension point', plugins, (plugin) => plugin.offers?.map((point) => point.id));
  plugins.forEach(checkOffers);
  for (const plugin of plugins) checkContributions(plugin, plugins);
  for (const plugin of plugins) checkHandlers(plugin, plugins);
}

function tableOf(record: Type<unknown>): string {
  const table = getMetadataArgsStorage().tables.find(({ target }) => target === record);
  return [table?.schema, table?.name ?? record.name].filter(Boolean).join('.');
}

function checkNeeds(plugin: ServerPlugin, earlier: readonly ServerPlugin[]): void {
  for (const need of plugin.needs ?? []) {
    if (earlier.some((other) => other.id === need)) continue;
    throw new PluginListError(`Plugin "${plugin.id}" needs "${need}", which is not before it in the list of plugins.`);
  }
}

function noDuplicates(
  what: string,
  plugins: readonly ServerPlugin[],
  names: (plugin: ServerPlugin) => readonly string[] | undefined,
): void {
  const owners = new Map<string, string>();
  for (const plugin of plugins) {
    for (const name of names(plugin) ?? []) {
      const owner = owners.get(name);
      if (owner)
        throw new PluginListError(`The ${what} "${name}" of plugin "${plugin.id}" exists already in "${owner}".`);
      owners.set(name, plugin.id);
    }
  }
}

function checkOffers(plugin: ServerPlugin): void {
  for (const point of plugin.offers ?? []) {
    if (point.owner === plugin.id) continue;
    throw new PluginListError(`Plugin "${plugin.id}" offers "${point.id}", which belongs to "${point.owner}".`);
  }
}

function checkContributions(plugin: ServerPlugin, plugins: readonly ServerPlugin[]): void {
  const known = ['core', ...(plugin.needs ?? []), ...(plugin.uses ?? []), plugin.id];
  for (const { point } of plugin.contributes ?? []) {
    if (!known.includes(point.owner)) {
      throw new PluginListError(
        `Plugin "${plugin.id}" contributes to "${point.id}" without needing or using "${point.owner}".`,
      );
    }
    if (point.owner === 'core') continue;
    const owner = plugins.find((other) => other.id === point.owner);
    if (owner && !owner.offers?.some((offered) => offered.id === point.id)) {
      throw new PluginListError(`Plugin "${plugin.id}" contributes to "${point.id}", which nobody offers.`);
    }
  }
}

const ofCore: ReadonlySet<string> = new Set([everyEvent, entityChanged.name, entityMerged.name]);

function checkHandlers(plugin: ServerPlugin, plugins: readonly ServerPlugin[]): void {
  const declared = new Set(plugins.flatMap((other) => other.events?.map((event) => event.name) ?? []));
  for (const { event } of plugin.handlers ?? []) {
    if (ofCore.has(event) || declared.has(event)) continue;
    throw new PluginListError(`Plugin "${plugin.id}" handles "${event}", which nobody declares.`);
  }
}
