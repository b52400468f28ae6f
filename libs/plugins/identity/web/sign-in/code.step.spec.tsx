import { jest } from '@jest/globals';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { composeWebPlugins, RegistryProvider } from '@hub/core/web';
import { MemoryRouter, Route, Routes, useLocation } from 'react-router';
import CodeStep from './code.step';

const draft = 'hub-draft:signed-out:sign-in';
const asked: { address: string; body: unknown }[] = [];

describe('The code from the letter', () => {
  beforeEach(() => {
    asked.length = 0;
    sessionStorage.setItem(
      draft,
      JSON.stringify({ id: 'a', at: new Date().toISOString(), value: { email: ' anjali@nhs.net ' } }),
    );
  });

  it('is asked for without saying whether the address is known', async () => {
    await open({ status: 401 });

    expect(screen.getByText(/^If anjali@nhs.net may sign in, we have sent a code to it/)).toBeTruthy();
    const box = screen.getByLabelText('Code');
    expect(box.getAttribute('autocomplete')).toBe('one-time-code');
    expect(box.getAttribute('inputmode')).toBe('numeric');
  });

  it('is refused in the same words whatever is wrong with it', async () => {
    await open({ status: 401 });
    await send('1234 5678');

    expect(screen.getByRole('link', { name: /^This code is wrong, was used or is too old/ })).toBeTruthy();
    expect(asked).toEqual([{ address: '/auth/code/verify', body: { email: 'anjali@nhs.net', code: '1234 5678' } }]);
  });

  it('says when to try again after too many tries', async () => {
    await open({ status: 429, headers: { 'retry-after': '700' } });
    await send('12345678');

    expect(screen.getByText('There were too many tries. You can try again in 12 minutes.')).toBeTruthy();
  });

  it('leads to the second step where there is one, with the way back', async () => {
    await open({ status: 200, body: { next: 'second-factor', isNew: false } });
    await send('12345678');

    expect(screen.getByText('Now at /sign-in?step=second-factor&return=%2Fsites')).toBeTruthy();
  });

  it('can be sent anew', async () => {
    await open({ status: 204 });
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Send a new code' })));

    expect(asked).toEqual([{ address: '/auth/code', body: { email: 'anjali@nhs.net' } }]);
    expect(screen.getAllByText('A new code was asked for. Only the newest counts.')).toHaveLength(2);
  });

  it('begins again where the tab knows no address', async () => {
    sessionStorage.removeItem(draft);
    await open({ status: 204 });

    expect(screen.getByText('Now at /sign-in?return=%2Fsites')).toBeTruthy();
  });
});

async function send(code: string) {
  fireEvent.change(screen.getByLabelText('Code'), { target: { value: code } });
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Sign in' })));
}

interface Answer {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: object;
}

async function open({ status, headers = {}, body }: Answer) {
  globalThis.fetch = jest.fn(async (address: unknown, init?: { body?: unknown }) => {
    if (address === '/auth/ways')
      return answer({ status: 200, headers: { 'content-type': 'application/json' }, body: {} });
    asked.push({ address: String(address), body: JSON.parse(String(init?.body)) });
    return answer({ status, headers, ...(body ? { body } : {}) });
  }) as unknown as typeof fetch;
  await act(
    async () =>
      void render(
        <RegistryProvider value={composeWebPlugins([])}>
          <MemoryRouter initialEntries={['/step']}>
            <Routes>
              <Route path="/step" element={<CodeStep returnTo="/sites" />} />
              <Route path="*" element={<Elsewhere />} />
            </Routes>
          </MemoryRouter>
        </RegistryProvider>,
      ),
  );
}

function answer({ status, headers = {}, body }: Answer) {
  const text = body ? JSON.stringify(body) : '';
  return {
    status,
    ok: status < 300,
    headers: new Headers(headers),
    text: async () => text,
    json: async () => JSON.parse(text) as unknown,
  };
}

function Elsewhere() {
  const { pathname, search } = useLocation();
  return <p>Now at {pathname + search}</p>;
}
