import { jest } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import { GivenViewer } from '../auth/viewer';
import { defineWebPlugin, type EntityPartProps } from '../plugin/define';
import { composeWebPlugins } from '../plugin/registry';
import { RegistryProvider } from '../plugin/registry-context';
import { EntityActions, EntityCards } from './entity-slots';

const Shown = ({ reference, kind }: EntityPartProps) => <p>{`${kind} ${reference}`}</p>;
const Broken = () => {
  throw new Error('this card does not work');
};
const registry = composeWebPlugins([
  defineWebPlugin({
    id: 'sites',
    cards: [
      { id: 'broken', kinds: ['site'], place: 'main', order: 1, component: Broken },
      { id: 'any', kinds: 'any', place: 'main', order: 2, component: Shown },
      { id: 'aside', kinds: 'any', place: 'aside', order: 1, component: () => <p>Aside</p> },
      { id: 'other', kinds: ['thread'], place: 'main', order: 1, component: () => <p>Of threads</p> },
    ],
    actions: [{ id: 'follow', kinds: 'any', order: 1, signedIn: true, component: () => <p>Follow</p> }],
  }),
]);

describe('The slots of an entity page', () => {
  it('shows the cards for the kind and the place, and only those', () => {
    render(
      <RegistryProvider value={registry}>
        <EntityCards reference="adaptation:a/b" />
      </RegistryProvider>,
    );

    expect(screen.getByText('adaptation adaptation:a/b')).toBeTruthy();
    expect(screen.queryByText('Aside')).toBeNull();
    expect(screen.queryByText('Of threads')).toBeNull();
  });

  it('keeps a broken card from taking the others with it', () => {
    const quiet = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    render(
      <RegistryProvider value={registry}>
        <EntityCards reference="site:network/x" />
      </RegistryProvider>,
    );
    quiet.mockRestore();

    expect(screen.getByText('Sorry, this part of the page could not be loaded.')).toBeTruthy();
    expect(screen.getByText('site site:network/x')).toBeTruthy();
  });

  it('offers actions for members to members only', () => {
    const actions = (
      <RegistryProvider value={registry}>
        <EntityActions reference="site:network/x" />
      </RegistryProvider>
    );
    const { rerender } = render(actions);
    expect(screen.queryByText('Follow')).toBeNull();

    rerender(<GivenViewer value={{ id: 'member:network/a', displayName: 'A', sites: [] }}>{actions}</GivenViewer>);
    expect(screen.getByText('Follow')).toBeTruthy();
  });
});
