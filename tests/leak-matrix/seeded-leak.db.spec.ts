/** A test of the test: plugins that leak on purpose must be found out, by the canary and by the twin each. */
import { pluginsOfTheHub } from '@hub/testing';
import { told, withLeaks } from './support/leaky.plugin';
import { judge, type Verdict } from './support/matrix';
import { oneOfEach } from './support/knowledge';
import { viewers, type ViewerKind } from './support/viewers';
import { createOriginal, dropOriginal, patience, type Original } from './support/worlds';

let outsider: Verdict;
let nobody: Verdict;

beforeAll(async () => {
  const original = await createOriginal(withLeaks(await pluginsOfTheHub()));
  try {
    outsider = await briefly(original, ({ member }) => member === told);
    nobody = await briefly(original, ({ member }) => member === null);
  } finally {
    await dropOriginal(original);
  }
}, 2 * patience);

/** Without most of the paths: none of these leaks is far down one. */
function briefly(original: Original, isOne: (viewer: ViewerKind) => boolean): Promise<Verdict> {
  const viewer = viewers.find(isOne)!;
  return judge({ ...original, things: oneOfEach(original.things) }, { ...viewer, stride: 10 });
}

const namedIn = (findings: readonly string[], words: RegExp) => findings.filter((finding) => words.test(finding));

it('a text whose guard is left off is found by its canary', () => {
  expect(namedIn(outsider.leaks, /^node Intervention .*: Section\.body for editors of northvale/)).not.toEqual([]);
});

it('the same text is found by the twin', () => {
  expect(namedIn(outsider.differences, /^node Intervention .*Next z/)).not.toEqual([]);
});

it('a count without the scope, which holds no word, is found by the twin', () => {
  expect(namedIn(outsider.leaks, /adaptationCount/)).toEqual([]);
  expect(namedIn(outsider.differences, /"adaptationCount":/)).not.toEqual([]);
});

it('a letter that tells of what its reader may not see is found by both', () => {
  expect(namedIn(outsider.leaks, /^letter \d+: Post\.body for (members|editors) of northvale/)).not.toEqual([]);
  expect(namedIn(outsider.differences, /^letter \d+: /)).not.toEqual([]);
});

it('an export that holds what its reader may not see is found by both (Z8)', () => {
  expect(namedIn(outsider.leaks, /^Mutation\.exportMyData: Thread\.title for members of northvale/)).not.toEqual([]);
  expect(namedIn(outsider.differences, /^Mutation\.exportMyData: /)).not.toEqual([]);
});

it('a file that is given to whoever asks is found by both, whole, in part and by its length (Z9)', () => {
  expect(namedIn(nobody.leaks, /^GET \/members\/[\w-]+\/photo: Member\.photo for the network/)).not.toEqual([]);
  expect(namedIn(nobody.differences, /^GET \/members\/[\w-]+\/photo: /)).not.toEqual([]);
  expect(namedIn(nobody.differences, /^HEAD \/members\/[\w-]+\/photo: /)).not.toEqual([]);
});
