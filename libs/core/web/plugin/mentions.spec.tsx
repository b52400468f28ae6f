import { render, screen } from '@testing-library/react';
import { defineWebPlugin } from './define';
import { useNotice, useNoticePage, type MentionedNode } from './mentions';
import { composeWebPlugins } from './registry';
import { RegistryProvider } from './registry-context';

const registry = composeWebPlugins([
  defineWebPlugin({
    id: 'adaptations',
    notices: [{ event: 'adaptation.ended', typename: 'Adaptation', words: ({ why }: { why: string | null }) => why }],
  }),
  defineWebPlugin({
    id: 'moderation',
    notices: [
      { event: 'case.decided', typename: 'Thread', words: () => null, to: (id) => `/cases/${id.split(':')[1]}` },
    ],
  }),
]);

function Said({ event, subject }: { readonly event: string; readonly subject: MentionedNode | null }) {
  return <p data-testid="said">{useNotice()(event, subject) ?? 'nothing'}</p>;
}

function Leads({ event, opens }: { readonly event: string; readonly opens: MentionedNode | null }) {
  return <p data-testid="page">{useNoticePage()(event, opens) ?? 'its subject'}</p>;
}

function leadsTo(event: string, opens: MentionedNode | null) {
  const { unmount } = render(
    <RegistryProvider value={registry}>
      <Leads event={event} opens={opens} />
    </RegistryProvider>,
  );
  const { textContent } = screen.getByTestId('page');
  unmount();
  return textContent;
}

function said(event: string, subject: (MentionedNode & { readonly why?: string | null }) | null) {
  const { unmount } = render(
    <RegistryProvider value={registry}>
      <Said event={event} subject={subject} />
    </RegistryProvider>,
  );
  const { textContent } = screen.getByTestId('said');
  unmount();
  return textContent;
}

const ended = { __typename: 'Adaptation', id: 'adaptation:x/y', why: 'No staff' };

describe('What a notification says of its subject', () => {
  it('is said of the event that it is for, and of no other', () => {
    expect(said('adaptation.ended', ended)).toBe('No staff');
    expect(said('adaptation.moved', ended)).toBe('nothing');
    expect(said('adaptation.ended', { ...ended, __typename: 'Thread' })).toBe('nothing');
  });

  it('is nothing where there is nothing to say, or the subject can no longer be seen', () => {
    expect(said('adaptation.ended', { ...ended, why: null })).toBe('nothing');
    expect(said('adaptation.ended', null)).toBe('nothing');
  });
});

it('a notification leads to the page of what it opens, where its event has one and that can be seen', () => {
  const kase = { __typename: 'OwnCase', id: 'own-case:7' };

  expect(leadsTo('case.decided', kase)).toBe('/cases/7');
  expect(leadsTo('case.decided', null)).toBe('its subject');
  expect(leadsTo('adaptation.ended', kase)).toBe('its subject');
});
