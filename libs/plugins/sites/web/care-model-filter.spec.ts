import { askedFor } from './care-model-filter';

describe('the address of a list of sites', () => {
  it('asks for everything when it says nothing', () => {
    expect(askedFor('')).toEqual({ filter: {}, first: 20, after: null });
  });

  it('carries care models that exist, words and the place', () => {
    expect(askedFor('?model=EHCH&model=NONE&text=vale+&after=x')).toEqual({
      filter: { modelTypes: ['EHCH'], text: 'vale' },
      first: 20,
      after: 'x',
    });
  });
});
