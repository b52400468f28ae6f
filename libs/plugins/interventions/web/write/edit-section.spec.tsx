import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { MemoryRouter, useLocation } from 'react-router';
import { clearDrafts, RegistryProvider, composeWebPlugins } from '@hub/core/web';
import { sectionItems } from '@hub/plugins/interventions/contract';
import { EditSection } from './edit-section';
import type { EditableDraft } from './writing-query';

const draft: EditableDraft = {
  id: 'intervention:harbour/falls-huddle',
  slug: 'falls-huddle',
  title: 'Falls huddle',
  summary: 'A daily check',
  status: 'DRAFT',
  visibility: 'DRAFT',
  intendedVisibility: 'NETWORK',
  maturity: 'IDEA',
  revision: 3,
  viewerCanEdit: true,
  viewerCanPublish: true,
  whoCanSee: 'Those who write or evaluate for Harbour',
  site: { id: 'site:network/harbour', name: 'Harbour' },
  modelTypes: [],
  nextVersion: {
    components: [],
    description: { problem: null, population: null, segments: [], needs: [], risks: [], outcomesMeasured: [] },
  },
  lessons: [],
  enablers: [],
  contacts: [],
  startedOn: null,
  stoppedOn: null,
  reviewOn: null,
  withdrawal: null,
  draft: [{ key: 'how', heading: 'How', body: 'By telephone' }],
  currentVersion: null,
};

const accepted = { data: { updateIntervention: { intervention: draft } } };
/** What the hub answers to a save, as it keeps it. */
const saved = (body: string) => {
  const draftNow = [{ __typename: 'Section', key: 'how', heading: 'How', body }];
  const intervention = { ...draft, __typename: 'Intervention', revision: 4, draft: draftNow };
  return { data: { updateIntervention: { __typename: 'InterventionPayload', intervention } } };
};
const stale = (how: string) => ({
  data: null,
  errors: [
    {
      message: 'Someone else changed this',
      extensions: {
        code: 'CONFLICT',
        current: { revision: 7, title: draft.title, summary: draft.summary, sections: [{ key: 'how', body: how }] },
      },
    },
  ],
});

describe('Writing a section', () => {
  beforeEach(() => clearDrafts());

  it('saves on the revision that it was written on and goes to the next section', async () => {
    const hub = openSection([accepted]);
    hub.write('By video');

    hub.press('Save and continue');

    await screen.findByText('At /interventions/falls-huddle/edit/where');
    const sections = [{ key: 'how', body: 'By video' }];
    const clientMutationId = expect.any(String) as string;
    expect(hub.sent).toEqual([{ id: draft.id, expectedRevision: 3, sections, clientMutationId }]);
  });

  it('says before it is saved who will see it', async () => {
    openSection([]);

    expect(
      await screen.findByText('Who will see this until you publish it: Those who write or evaluate for Harbour.'),
    ).toBeTruthy();
  });

  it('brings back after a reload what was not saved', async () => {
    openSection([]).write('By video, tw');
    cleanup();

    openSection([]);

    expect((await screen.findByRole<HTMLTextAreaElement>('textbox')).value).toBe('By video, tw');
    expect(screen.getAllByText(/is not saved yet/)).toHaveLength(2);
  });

  it('saves itself after a pause and says when, and goes on from the revision that this made', async () => {
    const hub = openSection([{ data: { updateIntervention: { intervention: { ...draft, revision: 4 } } } }, accepted]);
    hub.write('By video');

    await screen.findAllByText(/^Saved at/, {}, { timeout: 4000 });
    hub.write('By video, in the morning');
    hub.press('Save and continue');

    await screen.findByText('At /interventions/falls-huddle/edit/where');
    expect(hub.sent.map(({ sections }) => sections[0]?.body)).toEqual(['By video', 'By video, in the morning']);
  });

  it('leaves the words as they are typed when it saves itself, and asks nobody over a space', async () => {
    const hub = openSection([saved('By video'), stale('By video'), accepted]);
    hub.write('By video ');

    await screen.findAllByText(/^Saved at/, {}, { timeout: 4000 });
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('By video ');
    hub.write('By video or');
    hub.press('Save and continue');

    await screen.findByText('At /interventions/falls-huddle/edit/where');
    expect(hub.sent.map(({ expectedRevision }) => expectedRevision)).toEqual([3, 4, 7]);
  });

  it('says what could not be saved by itself, keeps it, and disturbs nobody with an error', async () => {
    const failed = { data: null, errors: [{ message: 'x', extensions: { code: 'INTERNAL_SERVER_ERROR' } }] };
    const hub = openSection([failed]);
    hub.write('By video');

    await screen.findAllByText(/It is not saved yet/, {}, { timeout: 4000 });

    expect(screen.queryByText('There is a problem')).toBeNull();
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('By video');
  });

  it('saves without asking when someone changed another section meanwhile', async () => {
    const hub = openSection([stale('By telephone'), accepted]);
    hub.write('By video');

    hub.press('Save and see all parts');

    await screen.findByText('At /interventions/falls-huddle/edit');
    expect(hub.sent.map(({ expectedRevision }) => expectedRevision)).toEqual([3, 7]);
  });

  it('shows both texts when someone changed the same section, and keeps mine if I say so', async () => {
    const hub = openSection([stale('In person'), accepted]);
    hub.write('By video');
    hub.press('Save and continue');
    await screen.findByRole('heading', { name: 'Someone else changed this while you were writing' });
    expect(screen.getByText('In person')).toBeTruthy();

    hub.press('Keep mine');

    await waitFor(() => expect(hub.sent).toHaveLength(2));
    expect(hub.sent[1]).toMatchObject({ expectedRevision: 7, sections: [{ key: 'how', body: 'By video' }] });
  });
});

interface Sent {
  readonly expectedRevision: number;
  readonly sections: readonly { readonly key: string; readonly body: string }[];
}

/** Opens the section "How" with a hub that gives these answers in turn. */
function openSection(answers: object[]) {
  const sent: Sent[] = [];
  const link = new ApolloLink((operation) => {
    const asksWhoSees = operation.operationName === 'WhoWouldSee';
    if (!asksWhoSees) sent.push(operation.variables['input'] as Sent);
    return new Observable((observer) => {
      observer.next(asksWhoSees ? { data: { whoWouldSee: draft.whoCanSee } } : (answers[sent.length - 1] ?? {}));
      observer.complete();
    });
  });
  const item = sectionItems.find(({ key }) => key === 'how');
  if (!item) throw new Error('There is no section "how".');
  const client = new ApolloClient({ link, cache: new InMemoryCache() });
  const registry = composeWebPlugins([
    { id: 'interventions', entityPages: [{ kind: 'intervention', path: '/interventions/:name' }] },
  ]);
  render(
    <ApolloProvider client={client}>
      <RegistryProvider value={registry}>
        <MemoryRouter>
          <EditSection draft={draft} item={item} onRefetch={() => undefined} />
          <Address />
        </MemoryRouter>
      </RegistryProvider>
    </ApolloProvider>,
  );
  return {
    sent,
    write: (value: string) => fireEvent.change(screen.getByRole('textbox'), { target: { value } }),
    press: (name: string) => fireEvent.click(screen.getByRole('button', { name })),
  };
}

function Address() {
  return <p>At {useLocation().pathname}</p>;
}
