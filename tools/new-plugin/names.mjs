/** Everything that a new plugin is called, made from its id: `site-visits` has the kind `site-visit` and the type `SiteVisit`. */

const longest = 30;

/** Words that an address, a schema of the database or core has already. */
const reserved = ['assets', 'cores', 'references', 'new', 'news'];

/**
 * What is wrong with an id by itself, as one sentence; an empty text when nothing is.
 * @param {string | undefined} id
 * @returns {string}
 */
export function badId(id) {
  if (!id) return 'Say what the plugin is called: npm run new-plugin <id>, such as npm run new-plugin site-visits.';
  if (!/^[a-z]+(-[a-z]+)*$/.test(id))
    return `"${id}" cannot be the id of a plugin: use lower case letters, with single hyphens between words.`;
  if (id.length > longest) return `"${id}" is too long for the id of a plugin: use ${longest} letters or fewer.`;
  if ([id, pluralOf(singularOf(id))].some((word) => reserved.includes(word)))
    return `"${id}" cannot be the id of a plugin: the hub uses that word itself.`;
  return '';
}

/**
 * The names for the templates.
 * @param {string} id an id with which nothing is wrong
 * @param {number} migration a number with 13 digits, later than any migration that there is
 */
export function namesFor(id, migration) {
  const kind = singularOf(id);
  const many = pluralOf(kind);
  return {
    id,
    kind,
    many,
    migration,
    plugin: camel(id),
    one: camel(kind),
    all: camel(many),
    Type: pascal(kind),
    Types: pascal(many),
    KIND: kind.toUpperCase().replaceAll('-', '_'),
    schema: many.replaceAll('-', '_'),
    table: kind.replaceAll('-', '_'),
    words: kind.replaceAll('-', ' '),
    manyWords: many.replaceAll('-', ' '),
    Words: sentence(kind),
    ManyWords: sentence(many),
  };
}

function singularOf(word) {
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2);
  return /[^su]s$/.test(word) ? word.slice(0, -1) : word;
}

function pluralOf(word) {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(s|sh|ch|x|z)$/.test(word) ? `${word}es` : `${word}s`;
}

const pascal = (name) => name.split('-').map(capital).join('');
const camel = (name) => pascal(name).replace(/^./, (letter) => letter.toLowerCase());
const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);
const sentence = (name) => capital(name.replaceAll('-', ' '));
