import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { parse } from 'graphql';
import { useState } from 'react';
import { MemoryRouter } from 'react-router';
import { Button, TextArea } from '@hub/ui';
import { HubForm } from './hub-form';
import { useMutationForm } from './mutation-form';

interface Posted {
  reply: { post: { id: string } };
}
type Input = { thread: string; body: string; clientMutationId?: string; notPatientDetails?: object[] };

const document = parse(
  'mutation Reply($input: ReplyInput!) { reply(input: $input) { post { id } } }',
) as TypedDocumentNode<Posted, { input: Input }>;
const accepted = { data: { reply: { post: { id: 'post:x', __typename: 'Post' }, __typename: 'PostPayload' } } };
const told = (...findings: object[]) => ({
  data: null,
  errors: [{ message: 'x', extensions: { code: 'PII_SUSPECTED', findings, fields: [] } }],
});

const sentence = /This looks like an NHS number. Cut it out, or say why/;
const because = () => screen.getByLabelText(/This is not a patient’s, because/);

describe('Before a text is sent that looks like it holds a detail of a patient (T9)', () => {
  it('nothing is sent, and the page says what was found, in the summary and beneath the box', async () => {
    const page = openForm([]);
    page.send('She is 943 476 5919.');

    const link = await screen.findByRole('link', { name: sentence });

    expect(page.sent).toEqual([]);
    expect(link.getAttribute('href')).toBe('#field-body');
    expect(window.document.activeElement?.className).toBe('nhsuk-error-summary');
    expect(page.box().getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByRole('group', { name: '“943 476 5919” looks like an NHS number' })).toBeTruthy();
  });

  it('it can be cut out, each time it stands there; the reader is told, the box has the focus, and the rest is sent', async () => {
    const page = openForm([accepted]);
    page.send('She is 943 476 5919. Yes, 9434765919.');

    fireEvent.click(await screen.findByRole('button', { name: /Cut it out/ }));

    expect(page.box().value).toBe('She is [cut out]. Yes, [cut out].');
    expect(window.document.activeElement).toBe(page.box());
    expect(screen.queryByRole('group')).toBeNull();
    await screen.findByText('Cut out');

    page.press();
    await screen.findByText('Done');
    expect(page.sent).toEqual([{ ...page.input('She is [cut out]. Yes, [cut out].') }]);
  });

  it('or the person says why it is no patient’s, and that is sent with it', async () => {
    const page = openForm([accepted]);
    page.send('Such as 943 476 5919.');
    await screen.findByRole('link', { name: sentence });

    fireEvent.change(because(), { target: { value: ' It is the example of the data dictionary ' } });
    page.press();
    await screen.findByText('Done');

    const reason = 'It is the example of the data dictionary';
    expect(page.sent).toEqual([
      {
        ...page.input('Such as 943 476 5919.'),
        notPatientDetails: [{ path: 'input.body', kind: 'NHS_NUMBER', nth: 1, because: reason }],
      },
    ]);
    expect(screen.queryByRole('group')).toBeNull();
  });

  it('a reason does not count for another number, and may not hold one itself', async () => {
    const page = openForm([]);
    page.send('Such as 943 476 5919.');
    await screen.findByRole('link', { name: sentence });
    fireEvent.change(because(), { target: { value: '943 476 5919 is like 401 023 2137' } });
    page.press();

    await waitFor(() => expect(because().getAttribute('aria-invalid')).toBe('true'));
    const link = screen.getByRole('link', { name: sentence });
    expect(window.document.getElementById(link.getAttribute('href')?.slice(1) ?? '')).toBe(because());

    fireEvent.change(because(), { target: { value: 'An example' } });
    page.send('Such as 401 023 2137.');
    await screen.findByRole('group', { name: /401 023 2137/ });
    expect(page.sent).toEqual([]);
  });

  it('what only the hub saw is explained in the same way', async () => {
    const page = openForm([told({ path: 'input.body', kind: 'HOSPITAL_NUMBER', nth: 1 }), accepted]);
    page.send('Bed 12');

    await screen.findByRole('group', { name: 'Something here looks like a hospital number' });
    fireEvent.change(because(), { target: { value: 'It is a bed' } });
    page.press();
    await screen.findByText('Done');

    expect(page.sent[1]?.notPatientDetails).toEqual([
      { path: 'input.body', kind: 'HOSPITAL_NUMBER', nth: 1, because: 'It is a bed' },
    ]);
  });

  it('a box that is called something else shows what stands in it, and once it is cut out nothing is left to say', async () => {
    const page = openForm([accepted], { name: 'words' });
    page.send('She is 943 476 5919.');

    fireEvent.click(await screen.findByRole('button', { name: /Cut it out/ }));

    expect(page.box().value).toBe('She is [cut out].');
    expect(screen.queryByRole('group')).toBeNull();
  });

  it('what stands in no box of the page is shown above them, with the reason to give', async () => {
    const page = openForm([accepted], { before: 'She is 943 476 5919. ' });
    page.send('Ask us.');

    await screen.findByText('It is in a part of what you wrote that is not on this page.');
    expect(screen.queryByRole('button', { name: /Cut it out/ })).toBeNull();
    fireEvent.change(because(), { target: { value: 'An example' } });
    page.press();
    await screen.findByText('Done');

    expect(page.sent).toHaveLength(1);
  });
});

function openForm(answers: object[], { name = 'words', before = '' }: Partial<ReplyFormProps> = { name: 'body' }) {
  const sent: Input[] = [];
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
      <MemoryRouter>
        <ReplyForm name={name} before={before} />
      </MemoryRouter>
    </ApolloProvider>,
  );
  const box = () => screen.getByLabelText<HTMLTextAreaElement>('Your reply');
  const press = () => fireEvent.click(screen.getByRole('button', { name: 'Post reply' }));
  const send = (body: string) => {
    fireEvent.change(box(), { target: { value: body } });
    press();
  };
  const input = (body: string) => ({
    thread: 'thread:network/x',
    body,
    clientMutationId: expect.any(String) as string,
  });
  return { sent, box, press, send, input };
}

interface ReplyFormProps {
  readonly name: string;
  /** What an earlier page asked for. */
  readonly before: string;
}

function ReplyForm({ name, before }: ReplyFormProps) {
  const [body, setBody] = useState('');
  const [isDone, setDone] = useState(false);
  const form = useMutationForm(document, { onDone: () => setDone(true) });
  return (
    <HubForm form={form} onSubmit={() => void form.submit({ thread: 'thread:network/x', body: before + body })}>
      <TextArea name={name} label="Your reply" value={body} onChange={setBody} />
      <Button>Post reply</Button>
      {isDone && <p>Done</p>}
    </HubForm>
  );
}
