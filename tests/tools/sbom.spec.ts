/** What the hub is made of: pinned exactly, listed by one command, and in need of no package's own scripts. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '../..');
const read = <T>(file: string) => JSON.parse(readFileSync(path.join(root, file), 'utf8')) as T;

interface Package {
  readonly version?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
}

const { dependencies, devDependencies } =
  read<Record<'dependencies' | 'devDependencies', Record<string, string>>>('package.json');
const locked = Object.entries(read<{ packages: Record<string, Package> }>('package-lock.json').packages).filter(
  ([place, { link }]) => place !== '' && !link,
);

it('every package is pinned: one version is asked for, and the lock file says which bytes those are (J7)', () => {
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, v]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(v),
  );
  const unsure = locked.filter(([, { version, integrity }]) => !version || !integrity);

  expect(loose).toEqual([]);
  expect(unsure.map(([place]) => place)).toEqual([]);
});

it('npm run sbom lists all that the hub is made of and built with, in CycloneDX, with versions (J7)', () => {
  const output = execFileSync('npm', ['run', '--silent', 'sbom'], { cwd: root, encoding: 'utf8', maxBuffer: 64e6 });
  const { bomFormat, components } = JSON.parse(output) as {
    bomFormat: string;
    components: { name: string; version: string }[];
  };
  const listed = new Set(components.map(({ name, version }) => `${name} ${version}`));
  const unnamed = Object.entries(dependencies).filter(([name, version]) => !listed.has(`${name} ${version}`));

  expect(bomFormat).toBe('CycloneDX');
  expect(unnamed).toEqual([]);
  expect(components.length).toBeGreaterThan(500);
});
