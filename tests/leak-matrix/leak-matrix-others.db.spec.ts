/** The leak matrix for the viewers for whom little is filled: the whole verdict at once. See leak-matrix.db.spec.ts. */
import { judge } from './support/matrix';
import { otherViewers } from './support/viewers';
import { createOriginal, dropOriginal, patience, type Original } from './support/worlds';

let original: Original;

beforeAll(async () => {
  original = await createOriginal();
}, patience);
afterAll(() => original && dropOriginal(original));

it.each(otherViewers)(
  '$id, $words, receives the same bytes in both worlds, no hidden word, and all that is for them (Z1, Z2, Z3, Z4, Z5, Z6, Z7, Z8, Z9)',
  async (viewer) => {
    const { asked, differences, leaks, oracles, missed, defects } = await judge(original, viewer);

    expect({ differences, leaks, oracles, missed, defects }).toEqual({
      ...{ differences: [], leaks: [], oracles: [], missed: [], defects: [] },
    });
    expect(asked).toBeGreaterThan(300);
  },
  patience,
);
