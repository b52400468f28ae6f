/** One configuration, three kinds of test: pure and component tests, tests on a real database, journeys in a real browser. */
const swc = {
  jsc: {
    target: 'es2022',
    experimental: { keepImportAttributes: true },
    parser: { syntax: 'typescript', tsx: true, decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
  },
  module: { type: 'es6' },
};

const shared = {
  extensionsToTreatAsEsm: ['.ts', '.tsx', '.graphql'],
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'json', 'node'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/', '<rootDir>/.cache/'],
  transform: {
    '\\.tsx?$': ['@swc/jest', swc],
    '\\.graphql$': '<rootDir>/tools/jest-schema-as-text.mjs',
  },
  transformIgnorePatterns: ['/node_modules/', '\\.mjs$'],
  moduleNameMapper: {
    '^@hub/core/(.+)$': '<rootDir>/libs/core/$1',
    '^@hub/plugins/(.+)$': '<rootDir>/libs/plugins/$1',
    '^@hub/(ui|graphql|testing|demonstration)$': '<rootDir>/libs/$1',
    '\\.scss$': '<rootDir>/tools/jest-no-styles.mjs',
  },
};

const inNode = {
  testEnvironment: '<rootDir>/tools/jest-node-environment.mjs',
  runtime: '<rootDir>/tools/jest-native-runtime.mjs',
};
const asInProduction = ['<rootDir>/tools/jest-as-in-production.mjs'];

const kinds = {
  unit: {
    ...inNode,
    testMatch: ['**/*.spec.ts'],
    testPathIgnorePatterns: ['\\.db\\.spec', '\\.journey\\.spec', '/node_modules/'],
  },
  components: {
    testEnvironment: 'jsdom',
    setupFiles: ['<rootDir>/tools/jest-browser-globals.mjs'],
    testMatch: ['**/*.spec.tsx'],
  },
  database: {
    ...inNode,
    setupFiles: asInProduction,
    testMatch: ['**/*.db.spec.ts'],
  },
  journeys: {
    ...inNode,
    setupFiles: asInProduction,
    testMatch: ['**/*.journey.spec.ts'],
  },
};

export default {
  testTimeout: 120000,
  testSequencer: '<rootDir>/tools/jest-longest-first.mjs',
  projects: Object.entries(kinds).map(([displayName, kind]) => ({ displayName, ...shared, ...kind })),
};
