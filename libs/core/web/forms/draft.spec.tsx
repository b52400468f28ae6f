import { jest } from '@jest/globals';
import { act, fireEvent, render, renderHook, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { GivenViewer } from '../auth/viewer';
import { useDraft } from './draft';
import { DraftNote } from './draft-note';
import { clearDrafts, fetchKeeper, forgetOldDrafts } from './draft-store';

const anjali = { id: 'member:network/anjali', displayName: 'Anjali', sites: [] };
const joel = { id: 'member:network/joel', displayName: 'Joel', sites: [] };
const place = (viewer: typeof anjali) => `hub-draft:${viewer.id}:reply`;
const inBrowser = (viewer = anjali) => localStorage.getItem(place(viewer));
const everything = () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]);

/** What another tab, or the same computer yesterday, left behind. */
const leftBehind = (viewer: typeof anjali, body: string, at = new Date()) =>
  localStorage.setItem(place(viewer), JSON.stringify({ id: 'a', at: at.toISOString(), value: { body } }));

describe('A draft', () => {
  beforeEach(() => clearDrafts());

  it('is kept in the browser after a pause, and at once when the page is left', async () => {
    const { result } = draftOf(anjali);
    act(() => result.current.change({ body: 'We asked the federation' }));
    await waitFor(() => expect(inBrowser()).toContain('We asked the federation'));

    act(() => result.current.change({ body: 'We asked the federation twice' }));
    window.dispatchEvent(new Event('pagehide'));

    expect(inBrowser()).toContain('We asked the federation twice');
  });

  it('is kept from the first word when the page is closed right after it', async () => {
    const { result } = draftOf(anjali);
    await act(() => fetchKeeper());

    act(() => result.current.change({ body: 'We' }));
    window.dispatchEvent(new Event('pagehide'));

    expect(inBrowser()).toContain('We');
  });

  it('comes back after the tab was closed', () => {
    leftBehind(anjali, 'We asked the federation');

    const { result } = draftOf(anjali);

    expect(result.current.value).toEqual({ title: '', body: 'We asked the federation' });
    expect(result.current.wasRestored).toBe(true);
  });

  it('starts again once it was saved', async () => {
    const { result, unmount } = draftOf(anjali);
    act(() => result.current.change({ body: 'Posted' }));
    await waitFor(() => expect(inBrowser()).not.toBeNull());
    act(() => result.current.clear());
    unmount();

    expect(inBrowser()).toBeNull();
    expect(draftOf(anjali).result.current.value.body).toBe('');
  });

  it('keeps what was typed while the last words were on their way', () => {
    const { result, unmount } = draftOf(anjali);
    act(() => result.current.change({ body: 'Sent' }));
    act(() => {
      result.current.change({ body: 'Sent, and more' });
      result.current.clear({ body: 'Sent' });
    });
    expect(result.current.value.body).toBe('Sent, and more');

    act(() => {
      result.current.change({ body: 'Last' });
      result.current.clear({ body: 'Last' });
    });
    unmount();

    expect(draftOf(anjali).result.current.value.body).toBe('');
  });

  it('is known by its id until it is saved, so that what was sent of it twice is one thing', async () => {
    leftBehind(anjali, 'Sent, and no answer came');
    const { result } = draftOf(anjali);
    expect(result.current.id).toBe('a');

    act(() => result.current.change({ title: 'More' }));
    expect(result.current.id).toBe('a');
    act(() => result.current.clear());
    act(() => result.current.change({ body: 'Another' }));

    expect(result.current.id).not.toBe('a');
  });

  it('is never shown to the next person at the same computer, and gone once they have signed in', () => {
    leftBehind(anjali, 'Mine');

    expect(draftOf(joel).result.current.value.body).toBe('');
    clearDrafts(joel.id);
    expect(everything()).not.toContain('Mine');
  });

  it('goes at sign-out, and stays for the one who signs in again', () => {
    leftBehind(anjali, 'Mine');

    clearDrafts(anjali.id);
    expect(inBrowser()).toContain('Mine');
    clearDrafts();
    expect(everything()).not.toContain('Mine');
  });

  it('is not written again by the pause that ends after sign-out', async () => {
    const { result } = draftOf(anjali);
    act(() => result.current.change({ body: 'Half a sentence' }));
    await act(async () => undefined);
    clearDrafts();
    window.dispatchEvent(new Event('pagehide'));

    expect(everything()).not.toContain('Half a sentence');
  });

  it('of a week ago is forgotten when the hub is opened', () => {
    leftBehind(anjali, 'Old', new Date(Date.now() - 8 * 24 * 60 * 60_000));
    leftBehind(joel, 'New');

    forgetOldDrafts();

    expect(inBrowser()).toBeNull();
    expect(inBrowser(joel)).toContain('New');
  });

  it('of a visitor stays in the tab', async () => {
    const { result } = renderHook(() => useDraft('sign-in', { email: '' }));
    act(() => result.current.change({ email: 'anjali@example.org' }));
    await waitFor(() => expect(JSON.stringify({ ...sessionStorage })).toContain('anjali@example.org'));

    expect(JSON.stringify({ ...localStorage })).not.toContain('anjali@example.org');
  });

  it('starts empty when what was kept cannot be read', () => {
    localStorage.setItem(place(anjali), '{broken');

    expect(draftOf(anjali).result.current.value.body).toBe('');
  });
});

describe('A draft that looks like it holds a detail of a patient', () => {
  beforeEach(() => clearDrafts());

  it.each([
    ['an NHS number', 'She is 943 476 5919'],
    ['a date of birth beside a name', 'Mrs Smith, born 4 May 1931'],
    ['a postcode beside a person', 'Mr Jones lives at LS6 2AB'],
  ])('is kept nowhere, nor what was kept of it before, with %s (T9)', async (_what, body) => {
    const { result } = draftOf(anjali);
    act(() => result.current.change({ body: 'She came on Monday' }));
    await waitFor(() => expect(inBrowser()).toContain('Monday'));
    act(() => result.current.change({ body: `She came on Monday. ${body}` }));
    await waitFor(() => expect(result.current.isHeldBack).toBe(true));

    expect(everything()).not.toContain('Monday');
    expect(result.current.value.body).toContain(body);
  });

  it('is kept again once it is cut out', async () => {
    const { result } = draftOf(anjali);
    act(() => result.current.change({ body: 'She is 943 476 5919' }));
    await waitFor(() => expect(result.current.isHeldBack).toBe(true));
    act(() => result.current.change({ body: 'She is [cut out]' }));
    await waitFor(() => expect(inBrowser()).toContain('cut out'));

    expect(result.current.isHeldBack).toBe(false);
  });

  it.each(['Ring 0113 496 0123', 'The next meeting is on 4 May 2026', 'The practice is at LS6 2AB'])(
    'is kept where it only looks a little like it: %s',
    async (body) => {
      const { result } = draftOf(anjali);
      act(() => result.current.change({ body }));

      await waitFor(() => expect(inBrowser()).toContain(body));
    },
  );
});

describe('What a form says of a draft', () => {
  beforeEach(() => clearDrafts());

  it('is when it is from; it can be thrown away, and brought back', async () => {
    leftBehind(anjali, 'We asked the federation', new Date('2026-11-27T16:10:00Z'));
    jest.spyOn(Date, 'now').mockReturnValue(new Date('2026-11-28T09:00:00Z').getTime());
    const Form = () => {
      const draft = useDraft('reply', { body: '' });
      return (
        <>
          <DraftNote draft={draft} />
          <p>{`Box: ${draft.value.body}`}</p>
        </>
      );
    };
    render(<Form />, { wrapper: signedIn(anjali) });
    expect(screen.getByText(/Your draft from 27 November 2026, 4:10pm/)).toBeTruthy();

    fireEvent.click(screen.getByRole('button', { name: 'Throw it away' }));
    expect(screen.getByText('Box:')).toBeTruthy();
    expect(inBrowser()).toBeNull();

    fireEvent.click(screen.getByRole('button', { name: 'Bring it back' }));
    expect(screen.getByText('Box: We asked the federation')).toBeTruthy();
    jest.restoreAllMocks();
    await waitFor(() => expect(inBrowser()).toContain('We asked the federation'));
  });
});

const signedIn =
  (viewer: typeof anjali) =>
  ({ children }: { children: ReactNode }) => <GivenViewer value={viewer}>{children}</GivenViewer>;

function draftOf(viewer: typeof anjali) {
  return renderHook(() => useDraft('reply', { title: '', body: '' }), { wrapper: signedIn(viewer) });
}
