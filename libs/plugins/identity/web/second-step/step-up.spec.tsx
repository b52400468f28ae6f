import { jest } from '@jest/globals';
import { ApolloClient, ApolloLink, InMemoryCache } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { of } from 'rxjs';
import StepUp from './step-up';

describe('Confirming in the middle of something', () => {
  it('asks for a code, and goes on once it is right', async () => {
    const { sent, onConfirmed } = await open(true);
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Confirm' })));
    expect(screen.getByRole('link', { name: 'Enter a code' })).toBeTruthy();

    fireEvent.change(screen.getByLabelText('Code from your app'), { target: { value: '123456' } });
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Confirm' })));

    expect(sent).toEqual([expect.objectContaining({ code: '123456' })]);
    expect(onConfirmed).toHaveBeenCalledTimes(1);
  });

  it('takes a recovery code as well', async () => {
    await open(true);
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Use a recovery code instead' })));

    expect(screen.getByLabelText('Recovery code').getAttribute('inputmode')).toBe('text');
  });

  it('leads whoever has no second step to where it is set up, and back', async () => {
    await open(false);

    expect(screen.getByRole('link', { name: 'Set up a second step first' }).getAttribute('href')).toBe(
      '/account/second-step?return=%2Fadministration%2Fmembers%3Fafter%3Dx',
    );
  });
});

async function open(isOn: boolean) {
  const sent: unknown[] = [];
  const onConfirmed = jest.fn();
  const secondFactor = { __typename: 'SecondFactor', isOn, isNeeded: true, recoveryCodesLeft: 10 };
  const account = { __typename: 'Account', email: null, newEmail: null, sessions: [], secondFactor, apiTokens: [] };
  const proved = { __typename: 'ProveSecondFactorPayload', recoveryCodesLeft: 10 };
  const link = new ApolloLink(({ operationName, variables }) => {
    if (operationName === 'YourAccount') return of({ data: { viewerAccount: account } });
    sent.push(variables['input']);
    return of({ data: { proveSecondFactor: proved } });
  });
  await act(
    async () =>
      void render(
        <ApolloProvider client={new ApolloClient({ link, cache: new InMemoryCache() })}>
          <MemoryRouter initialEntries={['/administration/members?after=x']}>
            <StepUp onConfirmed={onConfirmed} />
          </MemoryRouter>
        </ApolloProvider>,
      ),
  );
  return { sent, onConfirmed };
}
