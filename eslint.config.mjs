import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';

/** Arrows point down: app, plugin, core, ui; and a server never meets a web page. */
const arrows = [
  { sourceTag: 'side:contract', onlyDependOnLibsWithTags: ['side:contract'] },
  { sourceTag: 'side:server', onlyDependOnLibsWithTags: ['side:server', 'side:contract', 'room:testing'] },
  { sourceTag: 'side:web', onlyDependOnLibsWithTags: ['side:web', 'side:contract', 'room:testing'] },
  { sourceTag: 'room:ui', onlyDependOnLibsWithTags: ['room:ui', 'room:testing'] },
  { sourceTag: 'room:core', onlyDependOnLibsWithTags: ['room:core', 'room:ui', 'room:testing'] },
  { sourceTag: 'room:plugin', onlyDependOnLibsWithTags: ['room:core', 'room:ui', 'side:contract', 'room:testing'] },
  {
    sourceTag: 'room:app',
    onlyDependOnLibsWithTags: ['room:app', 'room:plugin', 'room:core', 'room:ui', 'room:testing'],
  },
  { sourceTag: 'room:testing', onlyDependOnLibsWithTags: ['*'] },
  { sourceTag: 'room:tool', onlyDependOnLibsWithTags: ['*'] },
];

const noDeepImports = {
  regex:
    '^@hub/(plugins/[^/]+/[^/]+/|core/[^/]+/|ui/|graphql/|testing/|demonstration/)(?![a-z-]+\\.graphql$|reference/[^/]+\\.json$)',
  message: 'Import from the index of a part, not from its inside.',
};
const noTesting = {
  group: ['@hub/testing', '**/*.spec', '**/tests/**', '**/testing/*'],
  message: 'Only tests may use test tools.',
};
const noReact = {
  group: ['react', 'react-dom', 'react-dom/*', 'react-router', '@apollo/client', '@apollo/client/*'],
  message: 'React belongs on the web side.',
};
const noServerTools = {
  group: ['@nestjs/*', 'typeorm', 'pg', '@apollo/server', '@apollo/server/*', 'node:*'],
  message: 'Nest, TypeORM and Node belong on the server side.',
};

const restrict = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

const rules = tseslint.config(
  {
    ignores: ['**/dist', '**/node_modules', '.nx', '.data', '.cache'],
  },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx', '**/*.mjs'],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          enforceBuildableLibDependency: false,
          allow: ['/vite\\.aliases\\.mjs$', '/tools/(generate|launcher|postgres)/[a-z-]+\\.mjs$'],
          depConstraints: arrows,
        },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-extraneous-class': 'off',
      'no-nested-ternary': 'error',
      eqeqeq: 'error',
      'max-lines': ['error', { max: 400, skipBlankLines: false }],
      ...restrict(noDeepImports, noTesting),
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    ignores: ['**/*.spec.ts', '**/*.spec.tsx', 'tests/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'error' },
  },
  { files: ['libs/**/server/**', 'apps/api/**'], rules: restrict(noDeepImports, noTesting, noReact) },
  {
    files: ['libs/**/contract/**', 'libs/**/web/**', 'libs/ui/**', 'apps/web/src/**'],
    rules: restrict(noDeepImports, noTesting, noServerTools),
  },
  { files: ['libs/**/contract/**'], rules: restrict(noDeepImports, noTesting, noServerTools, noReact) },
  {
    files: ['**/*.spec.ts', '**/*.spec.tsx', 'tests/**', 'libs/testing/**', 'libs/**/server/testing/**'],
    rules: restrict(noDeepImports),
  },
  { files: ['**/*.data.json', '**/migrations/**', '**/*.migrations.ts'], rules: { 'max-lines': 'off' } },
);

/** Not ignored, which would be a warning wherever changed files are linted by name: held to no rule. */
const generated = [
  '**/*.generated.ts',
  ...['schema', 'limits', 'possible-types'].map((name) => `libs/graphql/${name}.ts`),
];
const none = Object.fromEntries(rules.flatMap((part) => Object.keys(part.rules ?? {})).map((rule) => [rule, 'off']));

export default [...rules, { files: generated, rules: none, linterOptions: { reportUnusedDisableDirectives: 'off' } }];
