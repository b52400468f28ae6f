import { render, screen } from '@testing-library/react';
import { defineWebPlugin } from '../plugin/define';
import { composeWebPlugins } from '../plugin/registry';
import { RegistryProvider } from '../plugin/registry-context';
import { ListTools } from './list-tools';

it('plugins offer something for a list, in order, and nothing for another', () => {
  const tool = (id: string, order: number) => ({
    ...{ id, order, list: 'interventions' },
    component: ({ count }: { readonly count: number }) => <span>{`${id} of ${count}, `}</span>,
  });
  const registry = composeWebPlugins([
    defineWebPlugin({ id: 'one', listTools: [tool('second', 20)] }),
    defineWebPlugin({ id: 'other', listTools: [tool('first', 10)] }),
  ]);
  render(
    <RegistryProvider value={registry}>
      {['interventions', 'others'].map((list) => (
        <div key={list} data-testid={list}>
          <ListTools list={list} count={7} />
        </div>
      ))}
    </RegistryProvider>,
  );

  expect(screen.getByTestId('interventions').textContent).toBe('first of 7, second of 7, ');
  expect(screen.getByTestId('others').textContent).toBe('');
});
