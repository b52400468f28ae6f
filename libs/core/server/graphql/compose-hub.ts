/** The composed schema of a hub with these plugins as text, directives included: the snapshot that is committed. */
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { checkPlugins } from '../plugin/check';
import { corePlugin } from '../plugin/core-plugin';
import type { ServerPlugin } from '../plugin/define';
import { composeSchema } from './compose-schema';

/** Composes and prints. Throws PluginListError when the list does not fit together. */
export function composeHubSchema(plugins: readonly ServerPlugin[]): string {
  const list = [corePlugin, ...plugins];
  checkPlugins(list);
  return `${printSchemaWithDirectives(composeSchema(list).schema)}\n`;
}
