import { jest } from '@jest/globals';
import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { act, render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { useAudienceChoices } from './audience-choices';
import { WhoWillSee } from './who-will-see';

/** A hub that answers each operation with this, and what it was asked. */
function hubAnswering(answer: object) {
  const asked: unknown[] = [];
  const link = new ApolloLink(({ variables }) => {
    asked.push(variables);
    return new Observable((observer) => {
      observer.next(answer);
      observer.complete();
    });
  });
  return { asked, client: new ApolloClient({ link, cache: new InMemoryCache() }) };
}

const thing = { visibility: 'NETWORK', within: ['intervention:tollbridge/clinic'] } as const;

describe('Who will see what is about to be sent', () => {
  it('is asked of the hub and said in its words', async () => {
    const { asked, client } = hubAnswering({ data: { whoWouldSee: 'Members of Northvale' } });
    await act(async () => {
      render(
        <ApolloProvider client={client}>
          <WhoWillSee thing={{ ...thing, within: [...thing.within] }} />
        </ApolloProvider>,
      );
    });

    expect(await screen.findByText('Who will see this: Members of Northvale.')).toBeTruthy();
    expect(asked).toEqual([{ thing }]);
  });

  it('keeps the form when the hub does not answer', async () => {
    const quiet = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const { client } = hubAnswering({ errors: [{ message: 'Not now' }] });
    await act(async () => {
      render(
        <ApolloProvider client={client}>
          <p>The form</p>
          <WhoWillSee thing={{ visibility: 'NETWORK' }} />
        </ApolloProvider>,
      );
    });

    expect(await screen.findByText('Sorry, who will see this could not be loaded.')).toBeTruthy();
    expect(screen.getByText('The form')).toBeTruthy();
    quiet.mockRestore();
  });

  it('is a choice in the same words, from few to many', async () => {
    const { client } = hubAnswering({
      data: { site: 'Members of Northvale', network: 'Anyone signed in', public: 'Anyone' },
    });
    await act(async () => {
      render(
        <ApolloProvider client={client}>
          <Suspense fallback={null}>
            <Choices />
          </Suspense>
        </ApolloProvider>,
      );
    });

    expect(await screen.findByText('SITE Members of Northvale, NETWORK Anyone signed in, PUBLIC Anyone')).toBeTruthy();
  });
});

function Choices() {
  const choices = useAudienceChoices('site:network/northvale');
  return <p>{choices.map(({ value, label }) => `${value} ${label}`).join(', ')}</p>;
}
