/** The two lists of plugins: each new plugin takes one import, in the order of the alphabet, and one line at the end. */

/**
 * The text of a list with one plugin more. Throws when the file does not look like a list of plugins.
 * @param {string} text of `plugins.ts`
 * @param {{id: string, side: 'server' | 'web', name: string}} plugin
 */
export function withPlugin(text, { id, side, name }) {
  const line = `import { ${name} } from '@hub/plugins/${id}/${side}';`;
  const imports = [...text.matchAll(/^import .* from '@hub\/plugins\/([a-z-]+)\/.*$/gm)];
  const end = text.lastIndexOf('];');
  if (imports.length === 0 || end < 0) throw new Error('This is no list of plugins.');

  const later = imports.find(([, other]) => other > id);
  const last = imports[imports.length - 1];
  const at = later ? later.index : last.index + last[0].length + 1;
  return `${text.slice(0, at)}${line}\n${text.slice(at, end)}  ${name},\n${text.slice(end)}`;
}
