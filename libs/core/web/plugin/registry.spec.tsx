import { pageOf } from '@hub/core/contract';
import { defineWebPlugin, type WebPlugin } from './define';
import { composeWebPlugins } from './registry';

const Nothing = () => null;

describe('Composing the web plugins', () => {
  it('takes plugins that fit together and orders their parts', () => {
    const registry = composeWebPlugins([
      plugin('sites', { cards: [card('late', 20)], pages: [{ path: '/sites', title: 'Sites', component: Nothing }] }),
      plugin('threads', { cards: [card('early', 10)] }),
    ]);

    expect(registry.pluginIds).toEqual(['sites', 'threads']);
    expect(registry.cards.map((each) => each.id)).toEqual(['early', 'late']);
  });

  it('refuses two pages at one address, whatever their parts are called', () => {
    const page = (path: string) => ({ pages: [{ path, title: 'Sites', component: Nothing }] });

    expect(() =>
      composeWebPlugins([plugin('sites', page('/sites/:name')), plugin('places', page('/sites/:slug'))]),
    ).toThrow('"places" and "sites" both have the page "/sites/:name"');
  });

  it('refuses two pages for one kind of entity', () => {
    const entityPages = { entityPages: [{ kind: 'site', path: '/sites/:name' }] };

    expect(() => composeWebPlugins([plugin('sites', entityPages), plugin('places', entityPages)])).toThrow(
      '"places" and "sites" both have the page of the kind "site"',
    );
  });

  it('refuses a plugin that is listed twice', () => {
    expect(() => composeWebPlugins([plugin('sites'), plugin('sites')])).toThrow('both have the id "sites"');
  });

  it('refuses an address that does not start with a slash', () => {
    const pages = { pages: [{ path: 'sites', title: 'Sites', component: Nothing }] };

    expect(() => composeWebPlugins([plugin('sites', pages)])).toThrow('does not start with a slash: "sites"');
  });
});

describe('The address of an entity', () => {
  const pages = [
    { kind: 'site', path: '/sites/:name' },
    { kind: 'adaptation', path: '/adaptations/:namespace/:name' },
  ];

  it('is made from the parts of its reference', () => {
    expect(pageOf(pages, 'site:network/northvale')).toBe('/sites/northvale');
    expect(pageOf(pages, 'adaptation:northvale/cough-pathway')).toBe('/adaptations/northvale/cough-pathway');
  });

  it('is unknown for kinds without a page and for what is no reference', () => {
    expect(pageOf(pages, 'thread:network/weekend-cover')).toBeNull();
    expect(pageOf(pages, 'post:8d8ac610-566d-4ef0-9c22-186b2a5ed793')).toBeNull();
    expect(pageOf(pages, 'javascript:alert(1)')).toBeNull();
  });
});

function plugin(id: string, parts: Omit<WebPlugin, 'id'> = {}): WebPlugin {
  return defineWebPlugin({ id, ...parts });
}

function card(id: string, order: number) {
  return { id, order, kinds: 'any' as const, place: 'main', component: Nothing };
}
