import { render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { defineWebPlugin } from './define';
import { PageLink } from './links';
import { composeWebPlugins } from './registry';
import { RegistryProvider } from './registry-context';

const Nothing = () => null;

describe('A link to a page that a plugin brings', () => {
  it('goes there, with what follows the question mark', () => {
    show([{ path: '/discussions/new', title: 'Discussions', component: Nothing }]);

    expect(screen.getByRole('link', { name: 'Ask' }).getAttribute('href')).toBe('/discussions/new?kind=QUESTION');
  });

  it('is plain words in a hub without that page', () => {
    show([]);

    expect(screen.queryByRole('link')).toBeNull();
    expect(screen.getByText('Ask')).toBeTruthy();
  });
});

function show(pages: NonNullable<Parameters<typeof defineWebPlugin>[0]['pages']>) {
  return render(
    <MemoryRouter>
      <RegistryProvider value={composeWebPlugins([defineWebPlugin({ id: 'threads', pages })])}>
        <PageLink to="/discussions/new?kind=QUESTION">Ask</PageLink>
      </RegistryProvider>
    </MemoryRouter>,
  );
}
