/** A test of the test: plugins that leak on purpose must be found out, by the canary and by the twin each. */
import { readExtension, sql, type FieldRead, type ServerPlugin } from '@hub/core/server';
import { pluginsOfTheHub } from '@hub/testing';
import { judge, type Verdict } from './support/matrix';
import { oneOfEach } from './support/questions';
import { viewers } from './support/viewers';
import { createOriginal } from './support/worlds';

let verdict: Verdict;

beforeAll(async () => {
  const original = await createOriginal(
    (await pluginsOfTheHub()).map((plugin) => leaks[plugin.id]?.(plugin) ?? plugin),
  );
  try {
    const outsider = viewers.find(({ id }) => id === 'V1')!;
    verdict = await judge({ ...original, things: oneOfEach(original.things) }, { ...outsider, stride: 10 });
  } finally {
    await original.database.drop();
  }
}, 300_000);

/** What each of these plugins does wrong here. */
const leaks: Readonly<Record<string, (plugin: ServerPlugin) => ServerPlugin>> = {
  interventions: (plugin) => ({
    ...plugin,
    reads: plugin.reads?.map((model) =>
      model.type === 'Intervention'
        ? { ...model, fields: { ...model.fields, draft: unguarded(model.fields.draft!) } }
        : model,
    ),
  }),
  adaptations: (plugin) => ({
    ...plugin,
    readExtensions: plugin.readExtensions?.map((extension) =>
      extension.fields?.adaptationCount
        ? readExtension({ ...extension, fields: { ...extension.fields, adaptationCount: unscopedCount } })
        : extension,
    ),
  }),
};

const unscopedCount = sql(
  ({ t }) => `(SELECT count(*)::int FROM adaptations.adaptation a WHERE a.source_ref = ${t}.ref)`,
);

function unguarded(read: FieldRead): FieldRead {
  if (read.read !== 'list') throw new Error('A draft is a list of sections.');
  const { exists: _guard, ...open } = read;
  return open;
}

const namedIn = (findings: readonly string[], words: RegExp) => findings.filter((finding) => words.test(finding));

it('a text whose guard is left off is found by its canary', () => {
  expect(namedIn(verdict.leaks, /^node Intervention .*: Section\.body for editors of northvale/)).not.toEqual([]);
});

it('the same text is found by the twin', () => {
  expect(namedIn(verdict.differences, /^node Intervention .*Next z/)).not.toEqual([]);
});

it('a count without the scope, which holds no word, is found by the twin', () => {
  expect(namedIn(verdict.leaks, /adaptationCount/)).toEqual([]);
  expect(namedIn(verdict.differences, /"adaptationCount":/)).not.toEqual([]);
});
