import { jest } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import { defineWebPlugin, type NotesProps } from '../plugin/define';
import { composeWebPlugins } from '../plugin/registry';
import { RegistryProvider } from '../plugin/registry-context';
import { inOrderOf, ListNotes } from './list-notes';

const items = ['a', 'b', 'c'].map((id) => ({ id }));

function shows(component: (props: NotesProps) => React.ReactNode) {
  const registry = composeWebPlugins([
    defineWebPlugin({ id: 'likeness', listNotes: [{ list: 'adopters', component }] }),
  ]);
  render(
    <RegistryProvider value={registry}>
      {['adopters', 'others'].map((list) => (
        <ListNotes key={list} list={list} reference="intervention:x/y">
          {({ order, noteOn, about }) => (
            <div data-testid={list}>
              {about}
              {inOrderOf(items, order).map(({ id }) => (
                <span key={id}>
                  {id}
                  {noteOn(id)}
                </span>
              ))}
            </div>
          )}
        </ListNotes>
      ))}
    </RegistryProvider>,
  );
  return ['adopters', 'others'].map((list) => screen.getByTestId(list).textContent);
}

describe('What other plugins know of a list', () => {
  it('orders it, what it does not name first, and says a line on each; another list stays as it is', () => {
    const shown = shows(({ reference, children }) =>
      children({ order: ['c', 'gone', 'a'], noteOn: (id) => ` of ${reference.length + id}, `, about: 'Ordered. ' }),
    );

    expect(shown).toEqual(['Ordered. b of 16b, c of 16c, a of 16a, ', 'abc']);
  });

  it('leaves the list as it is where it cannot be loaded', () => {
    const quiet = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const shown = shows(() => {
      throw new Error('these notes do not work');
    });
    quiet.mockRestore();

    expect(shown).toEqual(['abc', 'abc']);
  });
});
