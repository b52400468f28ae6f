/** What the README says of settings, files and commands is so. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { settingsFrom } from '@hub/core/server';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const readme = read('README.md');

type ReadSettings = (env: Record<string, string>, args: readonly string[]) => Record<string, unknown>;

/** Also what compose hands over, and what the launcher looks up through `env`. */
const setting =
  /\b(?:HUB_[A-Z_]+[A-Z]|OTEL_[A-Z_]+|DATABASE(?:_REPLICA)?_URLS?)\b|\benv\??\.(?:PORT|HOST)\b|'(?:PORT|HOST)'/g;
const inTable = [...readme.matchAll(/^\| `([A-Z_]+)`/gm)].map(([, name]) => name);

it('has every setting that the code knows, and no other', () => {
  const inCode = code().flatMap((file) => read(file).match(setting) ?? []);
  const names = new Set(inCode.map((found) => found.replace(/^env\??\.|'/g, '')));

  expect([...inTable].sort()).toEqual([...names].sort());
});

it('says the defaults that the code has', () => {
  const settings = settingsFrom({ DATABASE_URL: 'postgres://127.0.0.1/hub' });

  expect(settings).toMatchObject({
    port: Number(defaultOf('PORT')),
    host: defaultOf('HOST'),
    sessionIdleMinutes: Number(defaultOf('HUB_SESSION_IDLE_MINUTES')),
    sessionHours: Number(defaultOf('HUB_SESSION_HOURS')),
    role: defaultOf('HUB_ROLE'),
    introspection: defaultOf('HUB_INTROSPECTION') === '1',
  });
  expect(read('libs/core/server/database/data-source.ts')).toContain(`HUB_POOL ?? ${defaultOf('HUB_POOL')}`);
});

it('says the same defaults as the launcher', async () => {
  const place = path.join(root, 'tools/launcher/project.mjs');
  const { readSettings } = (await import(place)) as { readSettings: ReadSettings };

  expect(readSettings({}, [])).toMatchObject({
    port: Number(defaultOf('PORT')),
    host: defaultOf('HOST'),
    dataFolder: path.join(root, defaultOf('HUB_DATA_DIR')),
    demo: defaultOf('HUB_DEMO'),
    empty: defaultOf('HUB_EMPTY') === '1',
  });
  expect(readSettings({ DATABASE_URL: 'postgres://127.0.0.1/hub' }, []).demo).toBe('0');
  expect(readSettings({}, ['--empty']).empty).toBe(true);
});

it.each([
  'README.md',
  'CONTRIBUTING.md',
  'docs/architecture.md',
  'docs/decisions/README.md',
  'docs/operations.md',
  'docker/README.md',
])('%s links only to files that exist', (file) => {
  const links = [...read(file).matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)].map(([, to = '']) => to);

  expect(links.filter((to) => !existsSync(path.join(root, path.dirname(file), to)))).toEqual([]);
});

it.each(['README.md', 'CONTRIBUTING.md', 'docs/architecture.md', 'docs/operations.md'])(
  '%s names only commands that exist',
  (file) => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const commands = [...read(file).matchAll(/\bnpm (?:run )?([a-z-]+)/g)].map(([, name = '']) => name);
    const tools = [...read(file).matchAll(/\bnode (tools\/[\w/.-]+)/g)].map(([, tool = '']) => tool);

    expect(commands.filter((name) => !scripts[name])).toEqual([]);
    expect(tools.filter((tool) => !existsSync(path.join(root, tool)))).toEqual([]);
  },
);

it('tells those who run a hub of every figure that there is, of no other, and of settings that there are', () => {
  const operations = read('docs/operations.md');
  const named = (text: string, pattern: RegExp) =>
    [...new Set([...text.matchAll(pattern)].map(([, name]) => name))].sort();
  const files = readdirSync(path.join(root, 'libs/core/server/operating')).filter((file) => !file.includes('.spec.'));
  const inCode = files.map((file) => read(`libs/core/server/operating/${file}`)).join('\n');

  expect(named(operations, /`(hub_\w+)`/g)).toEqual(named(inCode, /'(hub_\w+)'/g));
  expect(named(operations, /`(HUB_[A-Z_0-9]+)/g).filter((name) => !inTable.includes(name))).toEqual([]);
});

it('names only folders that exist', () => {
  const folders = [...readme.matchAll(/`((?:apps|libs|tests|tools)[\w/]*)`/g)].map(([, folder = '']) => folder);

  expect(folders.filter((folder) => !existsSync(path.join(root, folder)))).toEqual([]);
});

it('shows pictures that are light enough for a page, each with words for those who cannot see it', () => {
  const pictures = [...readme.matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)];

  expect(pictures.length).toBeGreaterThan(3);
  expect(pictures.filter(([, words]) => !words)).toEqual([]);
  expect(pictures.filter(([, , file = '']) => statSync(path.join(root, file)).size > 200_000)).toEqual([]);
});

function defaultOf(name: string): string {
  return new RegExp(`^\\| \`${name}\` +\\| \`([^\`]+)\``, 'm').exec(readme)?.[1] ?? '';
}

/** The code that runs, builds and tests the hub; tests themselves, and what is written about it, are left out. */
function code(): string[] {
  const folders = ['apps', 'libs', 'tools', 'docker'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true }).map((file) => `${folder}/${String(file)}`),
  );
  return folders.filter((file) => /\.(ts|tsx|mjs|yaml)$|Dockerfile$/.test(file) && !/\.spec\.tsx?$/.test(file));
}
