import { act, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { composeWebPlugins } from '../plugin/registry';
import { RegistryProvider } from '../plugin/registry-context';
import { defineWebPlugin, type SignInProps, type SignInWay } from '../plugin/define';
import { Page } from '../shell/page';
import { forgetOfferedWays } from './offered-ways';
import SignInPage from './sign-in.page';

const way = (id: string, order: number, isOffered: boolean, more: Partial<SignInWay> = {}): SignInWay => ({
  id,
  order,
  isOffered: async () => isOffered,
  component: ({ returnTo }: SignInProps) => (
    <p>
      {id}, then {returnTo}
    </p>
  ),
  ...more,
});

const CodeStep = ({ returnTo }: SignInProps) => <Page title="Enter your code">Then {returnTo}</Page>;

describe('The sign-in page', () => {
  beforeEach(() => forgetOfferedWays());

  it('shows only the ways that this hub has, in order, each with the way back', async () => {
    await open('?return=%2Fsites', [way('by code', 20, true), way('by provider', 10, true), way('by magic', 5, false)]);

    expect(lines()).toEqual(['by provider, then /sites', 'by code, then /sites']);
  });

  it('puts remarks above the ways', async () => {
    await open('', [way('by code', 10, true), way('no administrator yet', 20, true, { isRemark: true })]);

    expect(lines()).toEqual(['no administrator yet, then /', 'by code, then /']);
  });

  it('says so when there is no way to sign in', async () => {
    await open('', [way('no administrator yet', 20, true, { isRemark: true })]);

    expect(screen.getByText(/^Signing in is not set up on this hub yet/)).toBeTruthy();
  });

  it('shows the step of a way in place of all of them', async () => {
    await open('?step=code&return=%2Fsites', [way('by code', 10, true, { steps: { code: CodeStep } })]);

    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Enter your code');
    expect(screen.getByText('Then /sites')).toBeTruthy();
  });

  it('shows the ways for a step that nobody has', async () => {
    await open('?step=toString', [way('by code', 10, true, { steps: { code: CodeStep } })]);

    expect(lines()).toEqual(['by code, then /']);
  });
});

const lines = () => [...document.querySelectorAll('main p')].map((line) => line.textContent);

async function open(search: string, signInWays: readonly SignInWay[]) {
  const registry = composeWebPlugins([defineWebPlugin({ id: 'ways', signInWays })]);
  await act(
    async () =>
      void render(
        <MemoryRouter initialEntries={[`/sign-in${search}`]}>
          <RegistryProvider value={registry}>
            <SignInPage />
          </RegistryProvider>
        </MemoryRouter>,
      ),
  );
}
