import { composeWebPlugins, coreWebPlugin } from '@hub/core/web';
import { webPlugins } from './plugins';

const neededByOthers = ['sites', 'interventions'];

describe('The web plugins of this hub', () => {
  it('fit together', () => {
    const registry = composeWebPlugins([coreWebPlugin, ...webPlugins]);

    expect(registry.pluginIds).toEqual(['core', ...webPlugins.map((plugin) => plugin.id)]);
  });

  it('have a page, and words for others to name it by, for each kind that can be found', () => {
    const { entityPages, mentions, searchResults } = composeWebPlugins([coreWebPlugin, ...webPlugins]);
    const kinds = searchResults.map((result) => result.kind);

    expect(kinds.filter((kind) => !entityPages.some((page) => page.kind === kind))).toEqual([]);
    expect(kinds.filter((kind) => !mentions.some((mention) => mention.kind === kind))).toEqual([]);
  });

  it.each(webPlugins.map((plugin) => plugin.id).filter((id) => !neededByOthers.includes(id)))(
    'fit together without %s, which nothing needs',
    (leftOut) => {
      const registry = composeWebPlugins([coreWebPlugin, ...webPlugins.filter((plugin) => plugin.id !== leftOut)]);

      expect(registry.pluginIds).not.toContain(leftOut);
      expect(registry.pages.length).toBeGreaterThan(0);
    },
  );
});
