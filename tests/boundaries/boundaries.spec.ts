/** The arrows between rooms are held by lint: each kind of forbidden import is refused. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

interface Case {
  readonly what: string;
  readonly file: string;
  readonly from: string;
  readonly refused: boolean;
}

const cases: readonly Case[] = [
  {
    what: 'a web part imports its own server',
    file: 'libs/plugins/threads/web/x.ts',
    from: '@hub/plugins/threads/server',
    refused: true,
  },
  {
    what: 'a server imports its own web part',
    file: 'libs/plugins/threads/server/x.ts',
    from: '@hub/plugins/threads/web',
    refused: true,
  },
  {
    what: 'a plugin imports the inside of another',
    file: 'libs/plugins/threads/server/x.ts',
    from: '@hub/plugins/interventions/server',
    refused: true,
  },
  {
    what: 'a web part imports the inside of another',
    file: 'libs/plugins/threads/web/x.ts',
    from: '@hub/plugins/interventions/web',
    refused: true,
  },
  {
    what: 'a plugin escapes by a relative path',
    file: 'libs/plugins/threads/server/x.ts',
    from: '../../interventions/server',
    refused: true,
  },
  {
    what: 'core looks up at a plugin',
    file: 'libs/core/server/x.ts',
    from: '@hub/plugins/sites/contract',
    refused: true,
  },
  {
    what: 'core looks up at the app',
    file: 'libs/core/server/x.ts',
    from: '../../../apps/api/src/plugins',
    refused: true,
  },
  {
    what: 'a contract imports a server',
    file: 'libs/plugins/threads/contract/x.ts',
    from: '@hub/core/server',
    refused: true,
  },
  { what: 'the ui library imports core', file: 'libs/ui/x.ts', from: '@hub/core/web', refused: true },
  {
    what: 'an import goes past an index',
    file: 'libs/plugins/threads/server/x.ts',
    from: '@hub/plugins/sites/contract/kinds',
    refused: true,
  },
  { what: 'a server imports React', file: 'libs/plugins/threads/server/x.ts', from: 'react', refused: true },
  { what: 'a web part imports Nest', file: 'libs/plugins/threads/web/x.ts', from: '@nestjs/common', refused: true },
  { what: 'a contract imports TypeORM', file: 'libs/plugins/threads/contract/x.ts', from: 'typeorm', refused: true },
  { what: 'code imports test tools', file: 'libs/plugins/threads/server/x.ts', from: '@hub/testing', refused: true },
  {
    what: 'a server imports the contract of another plugin',
    file: 'libs/plugins/threads/server/x.ts',
    from: '@hub/plugins/interventions/contract',
    refused: false,
  },
  { what: 'a server imports core', file: 'libs/plugins/threads/server/x.ts', from: '@hub/core/server', refused: false },
  {
    what: 'a web part imports core and the ui library',
    file: 'libs/plugins/threads/web/x.ts',
    from: '@hub/ui',
    refused: false,
  },
  {
    what: 'a test imports test tools',
    file: 'libs/plugins/threads/server/x.db.spec.ts',
    from: '@hub/testing',
    refused: false,
  },
];

const answers = lint();

it.each(cases.map((each, at) => ({ ...each, at })))('$what: refused is $refused', ({ refused, at }) => {
  expect((answers[at] ?? []).length > 0).toBe(refused);
});

function lint(): string[][] {
  const input = cases.map(({ file, from }) => ({ file: path.join(root, file), text: `import '${from}';\n` }));
  const { stdout, stderr } = spawnSync(process.execPath, [path.join(import.meta.dirname, 'lint-texts.mjs')], {
    cwd: root,
    input: JSON.stringify(input),
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  if (!stdout) throw new Error(`Lint did not answer: ${stderr}`);
  return JSON.parse(stdout) as string[][];
}
