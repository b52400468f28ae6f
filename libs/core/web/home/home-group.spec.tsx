import { render, screen } from '@testing-library/react';
import { defineWebPlugin } from '../plugin/define';
import { composeWebPlugins } from '../plugin/registry';
import { RegistryProvider } from '../plugin/registry-context';
import { HomeGroup, useHomeCount } from './home-group';

const sectionOf = (count: number) =>
  function Section() {
    useHomeCount(count);
    return count > 0 ? <p>{count} things</p> : null;
  };

describe('A list of the home page', () => {
  it('counts what all plugins put into it', () => {
    openWith([2, 1]);

    expect(screen.getByRole('heading', { name: 'Waiting for you (3)' })).toBeTruthy();
    expect(screen.queryByText('Nothing is waiting for you')).toBeNull();
  });

  it('says that there is nothing only when no plugin has anything', () => {
    openWith([0, 0]);

    expect(screen.getByRole('heading', { name: 'Waiting for you' })).toBeTruthy();
    expect(screen.getByText('Nothing is waiting for you')).toBeTruthy();
  });

  it('is left out when no plugin fills it', () => {
    openWith([]);

    expect(screen.queryByRole('heading')).toBeNull();
  });
});

function openWith(counts: readonly number[]) {
  const homeSections = counts.map((count, order) => ({
    id: `section-${order}`,
    group: 'waiting' as const,
    order,
    component: sectionOf(count),
  }));
  return render(
    <RegistryProvider value={composeWebPlugins([defineWebPlugin({ id: 'subscriptions', homeSections })])}>
      <HomeGroup group="waiting" heading="Waiting for you" empty={<p>Nothing is waiting for you</p>} />
    </RegistryProvider>,
  );
}
