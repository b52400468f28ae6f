/** The start-up checks of the web registry: what two plugins may not both claim. */
import type { WebPlugin } from './define';

interface Rule {
  readonly what: string;
  readonly claims: (plugin: WebPlugin) => readonly string[];
}

const rules: readonly Rule[] = [
  { what: 'the id', claims: (plugin) => [plugin.id] },
  { what: 'the page', claims: (plugin) => (plugin.pages ?? []).map((page) => shapeOf(page.path)) },
  { what: 'the page of the kind', claims: (plugin) => (plugin.entityPages ?? []).map((page) => page.kind) },
  { what: 'the card', claims: (plugin) => (plugin.cards ?? []).map((card) => card.id) },
  { what: 'the action', claims: (plugin) => (plugin.actions ?? []).map((action) => action.id) },
  { what: 'the notes on the list', claims: (plugin) => (plugin.listNotes ?? []).map(({ list }) => list) },
  { what: 'the tool of lists', claims: (plugin) => (plugin.listTools ?? []).map((tool) => tool.id) },
  { what: 'the scope of the list', claims: (plugin) => (plugin.listScopes ?? []).map(({ list }) => list) },
  {
    what: 'the search result of the kind',
    claims: (plugin) => (plugin.searchResults ?? []).map((result) => result.kind),
  },
  { what: 'the mention of the kind', claims: (plugin) => (plugin.mentions ?? []).map((mention) => mention.kind) },
  { what: 'the notice of the event', claims: (plugin) => (plugin.notices ?? []).map((notice) => notice.event) },
  { what: 'the home section', claims: (plugin) => (plugin.homeSections ?? []).map((section) => section.id) },
  { what: 'the account section', claims: (plugin) => (plugin.accountSections ?? []).map((section) => section.id) },
  { what: 'the account link', claims: (plugin) => (plugin.accountLinks ?? []).map((link) => link.id) },
  { what: 'the way to sign in', claims: (plugin) => (plugin.signInWays ?? []).map((way) => way.id) },
  {
    what: 'the sign-in step',
    claims: (plugin) => (plugin.signInWays ?? []).flatMap((way) => Object.keys(way.steps ?? {})),
  },
  { what: 'the form for', claims: (plugin) => (plugin.stepUp ? ['confirming who one is'] : []) },
  { what: 'the list of', claims: (plugin) => (plugin.similar ? ['what is similar'] : []) },
  { what: 'the field for', claims: (plugin) => (plugin.filesField ? ['files'] : []) },
  { what: 'the account item', claims: (plugin) => (plugin.accountItems ?? []).map((item) => item.id) },
];

/** Throws one Error that lists every clash and every address that does not start with a slash. */
export function check(plugins: readonly WebPlugin[]): void {
  const problems = [...rules.flatMap((rule) => clashes(plugins, rule)), ...oddAddresses(plugins)];
  if (problems.length > 0) throw new Error(`The web plugins do not fit together:\n${problems.join('\n')}`);
}

function clashes(plugins: readonly WebPlugin[], { what, claims }: Rule): string[] {
  const owners = new Map<string, string>();
  const problems: string[] = [];
  for (const plugin of plugins) {
    for (const claim of claims(plugin)) {
      const owner = owners.get(claim);
      if (owner) problems.push(`"${plugin.id}" and "${owner}" both have ${what} "${claim}"`);
      else owners.set(claim, plugin.id);
    }
  }
  return problems;
}

function oddAddresses(plugins: readonly WebPlugin[]): string[] {
  return plugins.flatMap((plugin) =>
    [...(plugin.pages ?? []), ...(plugin.entityPages ?? [])]
      .filter((page) => !page.path.startsWith('/'))
      .map((page) => `"${plugin.id}" has an address that does not start with a slash: "${page.path}"`),
  );
}

/** Two addresses that differ only in what their parts are called are one address. */
function shapeOf(path: string): string {
  return path.replace(/:[^/]+/g, ':name');
}
