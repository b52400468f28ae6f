import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { parse } from 'graphql';
import { useState } from 'react';
import { MemoryRouter } from 'react-router';
import { Button, TextField } from '@hub/ui';
import { defineWebPlugin } from '../plugin/define';
import { composeWebPlugins } from '../plugin/registry';
import { RegistryProvider } from '../plugin/registry-context';
import { HubForm } from './hub-form';
import { useMutationForm } from './mutation-form';

interface Started {
  startThread: { thread: { id: string } };
}
type Input = { title: string; clientMutationId?: string };

const document = parse(
  'mutation Start($input: StartThreadInput!) { startThread(input: $input) { thread { id } } }',
) as TypedDocumentNode<Started, { input: Input }>;
const accepted = {
  data: { startThread: { thread: { id: 'thread:network/x', __typename: 'Thread' }, __typename: 'ThreadPayload' } },
};
const refused = (code: string, message: string, more: object = {}) => ({
  data: null,
  errors: [{ message, extensions: { code, ...more } }],
});

describe('Sending a form', () => {
  it('shows the problem with a field in the summary and beside the field, and moves the focus to the summary', async () => {
    const fields = [{ path: 'input.title', message: 'Enter the title' }];
    const hub = openForm([refused('BAD_USER_INPUT', 'Enter the title', { fields })]);
    hub.send('');

    const link = await screen.findByRole('link', { name: 'Enter the title' });

    expect(link.getAttribute('href')).toBe('#field-title');
    expect(hub.box().getAttribute('aria-invalid')).toBe('true');
    expect(hub.box().getAttribute('aria-describedby')).toContain('field-title-error');
    expect(window.document.activeElement?.className).toBe('nhsuk-error-summary');
    expect(window.document.title).toMatch(/^Error:/);
  });

  it('sends the same request id when the same content is tried again, and a new one for other content', async () => {
    const hub = openForm([refused('INTERNAL_SERVER_ERROR', 'x'), refused('INTERNAL_SERVER_ERROR', 'x'), accepted]);

    hub.send('Weekend cover');
    await screen.findByText(/Sorry, there is a problem/);
    hub.send('Weekend cover');
    await waitFor(() => expect(hub.sent).toHaveLength(2));
    await waitFor(() => expect(hub.isBusy()).toBe(false));
    hub.send('Weekend cover, again');
    await screen.findByText('Done thread:network/x');

    const ids = hub.sent.map((input) => input.clientMutationId);
    expect(ids[0]).toBeTruthy();
    expect(ids[1]).toBe(ids[0]);
    expect(ids[2]).not.toBe(ids[0]);
  });

  it('sends the same request id for the same words of a draft that came back, and another for other words of it', async () => {
    const sendFrom = async (title: string, draftId: string) => {
      const hub = openForm([accepted], draftId);
      hub.send(title);
      await screen.findByText('Done thread:network/x');
      cleanup();
      return hub.sent[0]?.clientMutationId;
    };
    const first = await sendFrom('Weekend cover', 'draft-1');

    expect(await sendFrom('Weekend cover', 'draft-1')).toBe(first);
    expect(await sendFrom('Weekend cover?', 'draft-1')).not.toBe(first);
    expect(await sendFrom('Weekend cover', 'draft-2')).not.toBe(first);
  });

  it('sends once when the button is pressed twice', async () => {
    const hub = openForm([accepted, accepted]);

    hub.send('Weekend cover');
    hub.send('Weekend cover');
    await screen.findByText('Done thread:network/x');

    expect(hub.sent).toHaveLength(1);
  });

  it('refuses a text that is too long without sending it', async () => {
    const hub = openForm([]);
    hub.send('x'.repeat(5000));

    await screen.findByRole('link', { name: /characters or fewer. There are 5000/ });

    expect(hub.sent).toHaveLength(0);
  });

  it('offers to sign in and come back when the session has ended', async () => {
    const hub = openForm([refused('UNAUTHENTICATED', 'Sign in to do this')]);
    hub.send('Weekend cover');

    const link = await screen.findByRole('link', { name: 'Sign in and come back here' });

    expect(link.getAttribute('href')).toBe('/sign-in?return=%2Fdiscussions%2Fnew');
  });

  it('asks to confirm that it is them where that is needed, and then sends the very same again', async () => {
    const hub = openForm([refused('FORBIDDEN', 'Confirm', { reason: 'MFA_REQUIRED' }), accepted]);
    hub.send('Weekend cover');

    await screen.findByRole('heading', { name: 'Confirm that it is you' });
    expect(window.document.title).not.toMatch(/^Error:/);
    expect((hub.box() as HTMLInputElement).value).toBe('Weekend cover');
    fireEvent.click(screen.getByRole('button', { name: 'It is me' }));
    await screen.findByText('Done thread:network/x');

    expect(hub.sent).toHaveLength(2);
    expect(hub.sent[1]).toEqual(hub.sent[0]);
    expect(hub.results).toEqual([true]);
    expect(screen.queryByRole('heading', { name: 'Confirm that it is you' })).toBeNull();
  });

  it('hands a stale edit to the page', async () => {
    const hub = openForm([refused('CONFLICT', 'Someone else changed this')]);
    hub.send('Weekend cover');

    await screen.findByText('Conflict');

    expect(screen.queryByText('There is a problem')).toBeNull();
  });
});

const registry = composeWebPlugins([
  defineWebPlugin({
    id: 'confirming',
    stepUp: ({ onConfirmed }) => (
      <button type="button" onClick={onConfirmed}>
        It is me
      </button>
    ),
  }),
]);

function openForm(answers: object[], draftId?: string) {
  window.document.title = 'Start a discussion';
  const sent: Input[] = [];
  const results: boolean[] = [];
  const link = new ApolloLink((operation) => {
    sent.push(operation.variables['input'] as Input);
    const answer = answers[sent.length - 1] ?? accepted;
    return new Observable((observer) => {
      setTimeout(() => {
        observer.next(answer);
        observer.complete();
      }, 5);
    });
  });
  const client = new ApolloClient({ link, cache: new InMemoryCache() });
  render(
    <ApolloProvider client={client}>
      <MemoryRouter initialEntries={['/discussions/new']}>
        <RegistryProvider value={registry}>
          <StartForm draftId={draftId} onResult={(isAccepted) => results.push(isAccepted)} />
        </RegistryProvider>
      </MemoryRouter>
    </ApolloProvider>,
  );
  const box = () => screen.getByLabelText('Title');
  const send = (title: string) => {
    fireEvent.change(box(), { target: { value: title } });
    fireEvent.click(screen.getByRole('button', { name: 'Start discussion' }));
  };
  return { sent, results, box, send, isBusy: () => screen.queryByText('On its way') !== null };
}

interface StartFormProps {
  readonly draftId?: string;
  readonly onResult: (isAccepted: boolean) => void;
}

function StartForm({ draftId, onResult }: StartFormProps) {
  const [title, setTitle] = useState('');
  const [done, setDone] = useState('');
  const form = useMutationForm(document, { draftId, onDone: ({ startThread }) => setDone(startThread.thread.id) });
  return (
    <HubForm form={form} onSubmit={() => void form.submit({ title }).then(onResult)}>
      <TextField name="title" label="Title" value={title} onChange={setTitle} />
      <Button>Start discussion</Button>
      {form.isBusy && <p>On its way</p>}
      {form.conflict && <p>Conflict</p>}
      {done && <p>Done {done}</p>}
    </HubForm>
  );
}
