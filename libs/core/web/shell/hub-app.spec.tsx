import { jest } from '@jest/globals';
import { ApolloClient, ApolloLink, InMemoryCache } from '@apollo/client';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { of } from 'rxjs';
import { coreWebPlugin } from '../core.plugin';
import { defineWebPlugin } from '../plugin/define';
import { composeWebPlugins } from '../plugin/registry';
import { HubApp } from './hub-app';
import { Page } from './page';

const anjali = { __typename: 'Member', id: 'member:network/anjali', displayName: 'Anjali Thornapple', sites: [] };

describe('The hub in the page', () => {
  beforeEach(() => {
    globalThis.fetch = (async () => ({ ok: false, headers: new Headers() })) as unknown as typeof fetch;
    window.scrollTo = () => undefined;
  });

  it('derives the menu from the pages, in order', async () => {
    await open('/sites');

    const menu = screen.getByRole('navigation', { name: 'Menu' }).querySelectorAll('a');
    expect([...menu].map((link) => link.textContent)).toEqual(['Home', 'Care models', 'Sites']);
    expect(screen.getByRole('link', { name: 'Sites' }).getAttribute('aria-current')).toBe('page');
  });

  it('opens the menu of a phone by its button, closes it with Escape, and begins the next page with it closed', async () => {
    await open('/sites');
    const button = screen.getByRole('button', { name: 'Menu' });
    const isOpen = () => button.getAttribute('aria-expanded');
    expect(isOpen()).toBe('false');

    fireEvent.click(button);
    expect(isOpen()).toBe('true');
    fireEvent.keyDown(screen.getByRole('link', { name: 'Sites' }), { key: 'Escape' });
    expect([isOpen(), document.activeElement]).toEqual(['false', button]);

    fireEvent.click(button);
    await act(async () => void fireEvent.click(screen.getByRole('link', { name: 'Sites' })));
    expect(isOpen()).toBe('false');
  });

  it('keeps the menu working when a page fails, and tries again', async () => {
    const quiet = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    await open('/broken');

    expect(heading()).toBe('Sorry, there is a problem with the hub');
    works.now = true;
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Try again' })));
    expect(heading()).toBe('It works again');

    await act(async () => void fireEvent.click(screen.getByRole('link', { name: 'Sites' })));
    expect(heading()).toBe('Sites');
    quiet.mockRestore();
  });

  it('sends a visitor to sign in, with the way back', async () => {
    await open('/drafts?after=x');

    expect(window.location.pathname + window.location.search).toBe('/sign-in?return=%2Fdrafts%3Fafter%3Dx');
    expect(heading()).toBe('Sign in');
  });

  it('shows a member their pages, with their name and the way out', async () => {
    await open('/drafts', anjali);

    expect(heading()).toBe('Drafts');
    const account = screen.getByRole('navigation', { name: 'Account' });
    expect([...account.querySelectorAll('li')].map((item) => item.textContent)).toEqual([
      'Anjali Thornapple',
      'Sign out',
    ]);
  });

  it('says "Page not found" for an address that no plugin has', async () => {
    await open('/nowhere/at/all');

    expect(heading()).toBe('Page not found');
  });
});

const heading = () => screen.getByRole('heading', { level: 1 }).textContent;
const works = { now: false };

function Broken() {
  const [isFixed] = useState(() => works.now);
  if (!isFixed) throw new Error('broken');
  return <Page title="It works again" children={null} />;
}

const sites = defineWebPlugin({
  id: 'sites',
  pages: [
    {
      path: '/sites',
      title: 'Sites',
      component: () => <Page title="Sites" children={null} />,
      nav: { group: 'menu', label: 'Sites', order: 30 },
    },
    { path: '/broken', title: 'Broken', component: Broken },
    { path: '/drafts', title: 'Drafts', component: () => <Page title="Drafts" children={null} />, signedIn: true },
  ],
});

async function open(address: string, viewer: typeof anjali | null = null) {
  window.history.replaceState(null, '', address);
  const link = new ApolloLink(() => of({ data: { viewer } }));
  const client = new ApolloClient({ link, cache: new InMemoryCache() });
  await act(async () => void render(<HubApp registry={composeWebPlugins([coreWebPlugin, sites])} client={client} />));
  await screen.findByRole('heading', { level: 1 });
}
