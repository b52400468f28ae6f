import { pageOf, entityAt } from './entity-page';

const pages = [
  { kind: 'site', path: '/sites/:name' },
  { kind: 'adaptation', path: '/adaptations/:namespace/:name' },
];

describe('The page of an entity', () => {
  it('is found from the reference', () => {
    expect(pageOf(pages, 'site:network/northvale')).toBe('/sites/northvale');
    expect(pageOf(pages, 'adaptation:northvale/huddle')).toBe('/adaptations/northvale/huddle');
  });

  it('is nowhere for a kind without pages, or for what is no reference', () => {
    expect(pageOf(pages, 'thread:network/weekend')).toBeNull();
    expect(pageOf(pages, '../sites')).toBeNull();
  });

  it('tells which entity it is of', () => {
    expect(entityAt(pages, '/sites/northvale')).toEqual({ kind: 'site', namespace: null, name: 'northvale' });
    expect(entityAt(pages, '/adaptations/northvale/huddle')).toEqual({
      kind: 'adaptation',
      namespace: 'northvale',
      name: 'huddle',
    });
  });

  it.each(['/', '/sites', '/sites/', '/sites/a/b', '/sites/A', '/sites/%00', '/other/northvale', '//northvale'])(
    'is not at %s',
    (address) => expect(entityAt(pages, address)).toBeNull(),
  );
});
