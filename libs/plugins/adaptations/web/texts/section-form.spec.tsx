import { isDeepStrictEqual } from 'node:util';
import { jest } from '@jest/globals';
import type { MockLink } from '@apollo/client/testing';
import { MockedProvider } from '@apollo/client/testing/react';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { GraphQLError } from 'graphql';
import { MemoryRouter } from 'react-router';
import { clearDrafts } from '@hub/core/web';
import { sectionItems } from '@hub/plugins/interventions/contract';
import { SectionForm } from './section-form';
import { EditLocalTextDocument, type EditLocalTextMutationVariables } from './texts.generated';

const item = sectionItems.find(({ key }) => key === 'where')!;
const result = {
  id: 'intervention:northvale/cough',
  revision: 3,
  draft: [{ key: 'where', body: 'The health centre' }],
};
/** Refused: another text, or another section, is there now. */
const stale = (body: string, revision: number) =>
  new GraphQLError('Someone else changed this', {
    extensions: { code: 'CONFLICT', current: { revision, sections: [{ key: 'where', heading: 'Where', body }] } },
  });

const edit = (body: string, expectedRevision: number, errors?: GraphQLError[]): MockLink.MockedResponse => ({
  request: {
    query: EditLocalTextDocument,
    variables: ({ input: { clientMutationId, ...input } }: EditLocalTextMutationVariables) =>
      isDeepStrictEqual(input, { id: result.id, expectedRevision, sections: [{ key: 'where', body }] }) &&
      typeof clientMutationId === 'string',
  },
  result: errors
    ? { errors }
    : {
        data: {
          updateIntervention: { __typename: 'InterventionPayload', intervention: textNow(body, expectedRevision + 1) },
        },
      },
});
const textNow = (body: string, revision: number) => ({
  __typename: 'Intervention',
  id: result.id,
  revision,
  visibility: 'DRAFT',
  intendedVisibility: 'NETWORK',
  maturity: 'IDEA',
  draft: [{ __typename: 'Section', key: 'where', heading: 'Where', body }],
});

function write(text: string, mocks: MockLink.MockedResponse[]) {
  const onSaved = jest.fn();
  const onKeptTheirs = jest.fn();
  render(
    <MemoryRouter>
      <MockedProvider mocks={mocks} showWarnings={false}>
        <SectionForm
          {...{ item, result, onSaved, onKeptTheirs }}
          sourceText="The health centre"
          hasReason
          path="/adaptations/northvale/clinic"
        />
      </MockedProvider>
    </MemoryRouter>,
  );
  fireEvent.change(screen.getByLabelText(item.prompt), { target: { value: text } });
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  return { onSaved, onKeptTheirs };
}

describe('Writing a section of the site’s own text', () => {
  beforeEach(() => clearDrafts());

  it('begins with the source’s words and saves what was written', async () => {
    const { onSaved } = write('Each practice', [edit('Each practice', 3)]);

    await waitFor(() => expect(onSaved).toHaveBeenCalledTimes(1));
    expect(sessionStorage.length).toBe(0);
  });

  it('saves again by itself when only another section was changed meanwhile', async () => {
    const { onSaved } = write('Each practice', [
      edit('Each practice', 3, [stale('The health centre', 5)]),
      edit('Each practice', 5),
    ]);

    await waitFor(() => expect(onSaved).toHaveBeenCalledTimes(1));
  });

  it('lets the person choose when the same section was changed, and loses neither text', async () => {
    const mocks = [edit('Each practice', 3, [stale('The library', 5)]), edit('The library\n\nEach practice', 5)];
    const { onSaved } = write('Each practice', mocks);

    await screen.findByText('Someone else changed this while you were writing');
    expect(screen.getByText('The library')).toBeTruthy();
    expect(screen.getByText('Each practice')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Combine them' }));
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('The library\n\nEach practice');
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));

    await waitFor(() => expect(onSaved).toHaveBeenCalledTimes(1));
  });

  it('keeps theirs without sending anything when that is chosen', async () => {
    const { onKeptTheirs } = write('Each practice', [edit('Each practice', 3, [stale('The library', 5)])]);

    fireEvent.click(await screen.findByRole('button', { name: 'Keep theirs' }));

    await waitFor(() => expect(onKeptTheirs).toHaveBeenCalledTimes(1));
    expect(sessionStorage.length).toBe(0);
  });

  it('keeps what was written in the tab when it could not be saved', async () => {
    const { onSaved } = write('Each practice', []);

    await screen.findByText('There is a problem');
    expect(onSaved).not.toHaveBeenCalled();
    await waitFor(() => expect(sessionStorage.getItem(sessionStorage.key(0) ?? '')).toContain('Each practice'), {
      timeout: 10_000,
    });
  });
});
