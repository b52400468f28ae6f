/** In which words a publication is told. */
import { whatHappened } from './interventions.notices';

describe('the notice of a publication', () => {
  it('says "published" of the first version and names the number of later ones', () => {
    expect(whatHappened(1)).toBe('published');
    expect(whatHappened(2)).toBe('published version 2 of');
  });
});
