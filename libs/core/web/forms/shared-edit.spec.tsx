import { ApolloClient, ApolloLink, InMemoryCache } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { fireEvent, render, screen } from '@testing-library/react';
import { parse } from 'graphql';
import { MemoryRouter } from 'react-router';
import { Button, TextArea } from '@hub/ui';
import { SavedByItself } from './saved-by-itself';
import { clearDrafts } from './draft-store';
import { useSharedEdit } from './shared-edit';
import { SharedForm } from './shared-form';

interface Saved {
  updateIntervention: { intervention: { revision: number } };
}
type Input = { id: string; expectedRevision: number; summary: string };

const document = parse(
  'mutation Save($input: UpdateInterventionInput!) { updateIntervention(input: $input) { intervention { revision } } }',
) as TypedDocumentNode<Saved, { input: Input }>;

describe('A draft that saves itself and looks like it holds a detail of a patient (T9)', () => {
  beforeEach(() => clearDrafts());

  it('is not sent, and says so quietly; a press of the button shows what was found, and it stays shown', async () => {
    const sent = openDraft();
    const box = screen.getByLabelText('Summary');
    fireEvent.change(box, { target: { value: 'She is 943 476 5919' } });

    await screen.findAllByText(/looks like it holds a detail of a patient, and is not saved/, {}, { timeout: 10_000 });
    expect(screen.queryByRole('group')).toBeNull();

    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByRole('group', { name: /looks like an NHS number/ });
    fireEvent.change(box, { target: { value: 'Yes, she is 943 476 5919' } });
    await pauseInTyping();

    expect(screen.getByRole('group', { name: /looks like an NHS number/ })).toBeTruthy();
    expect(sent).toEqual([]);
  });
});

/** Longer than the pause after which a draft saves itself. */
const pauseInTyping = () => new Promise((resolve) => setTimeout(resolve, 2000));

function openDraft(): unknown[] {
  const sent: unknown[] = [];
  const link = new ApolloLink((operation) => {
    sent.push(operation.variables['input']);
    throw new Error('Nothing may be sent');
  });
  render(
    <ApolloProvider client={new ApolloClient({ link, cache: new InMemoryCache() })}>
      <MemoryRouter>
        <DraftForm />
      </MemoryRouter>
    </ApolloProvider>,
  );
  return sent;
}

function DraftForm() {
  const edit = useSharedEdit({
    ...{ key: 'draft', document, savesItself: true, onHub: { value: { summary: '' }, revision: 1 } },
    input: ({ summary }: { readonly summary: string }, expectedRevision) => ({ id: 'x', expectedRevision, summary }),
    hubAfter: ({ updateIntervention }) => ({
      value: { summary: '' },
      revision: updateIntervention.intervention.revision,
    }),
    valueIn: () => ({ summary: '' }),
    onSaved: () => undefined,
  });
  return (
    <>
      <SavedByItself edit={edit} />
      <SharedForm edit={edit} button="save" texts={[]} join={(theirs) => theirs} onKeptTheirs={() => undefined}>
        <TextArea
          name="summary"
          label="Summary"
          value={edit.value.summary}
          onChange={(summary) => edit.change({ summary })}
        />
        <Button>Save</Button>
      </SharedForm>
    </>
  );
}
