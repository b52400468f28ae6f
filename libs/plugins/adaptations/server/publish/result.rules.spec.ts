import { resultTitle } from './result.rules';
import { sectionKeyProblems } from '../changes/section-keys.rules';

describe("a site's own version", () => {
  it('is called after its source and its site', () => {
    expect(resultTitle('One-stop breathlessness clinic', 'Northvale')).toBe(
      'One-stop breathlessness clinic at Northvale',
    );
  });

  it('never has a title that an intervention could not take', () => {
    const title = resultTitle('Falls '.repeat(25), 'Northvale');

    expect(title.length).toBeLessThanOrEqual(150);
    expect(title).toMatch(/… at Northvale$/);
  });
});

describe('the sections that a change is about', () => {
  it('are TIDieR items, but not the name', () => {
    expect(sectionKeyProblems(['who_provides', 'name', 'when_how_much', 'staff'])).toMatchObject([
      { path: 'input.sectionKeys.1' },
      { path: 'input.sectionKeys.3' },
    ]);
  });
});
