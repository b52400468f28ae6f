import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { GivenViewer } from '../auth/viewer';
import { useDraft } from './draft';
import { clearDrafts } from './draft-store';

const anjali = { id: 'member:network/anjali', displayName: 'Anjali', sites: [] };
const joel = { id: 'member:network/joel', displayName: 'Joel', sites: [] };

describe('A draft', () => {
  beforeEach(() => sessionStorage.clear());

  it('comes back after the page was loaded again', () => {
    const first = draftOf(anjali);
    act(() => first.result.current.change({ body: 'We asked the federation' }));
    first.unmount();

    const { result } = draftOf(anjali);

    expect(result.current.value).toEqual({ title: '', body: 'We asked the federation' });
    expect(result.current.wasRestored).toBe(true);
  });

  it('starts again once it was saved', () => {
    const { result, unmount } = draftOf(anjali);
    act(() => result.current.change({ body: 'Posted' }));
    act(() => result.current.clear());
    unmount();

    expect(result.current.value.body).toBe('');
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

  it('is never shown to the next person at the same computer', () => {
    const { result } = draftOf(anjali);
    act(() => result.current.change({ body: 'Mine' }));

    expect(draftOf(joel).result.current.value.body).toBe('');
  });

  it('goes at sign-out, and stays for the one who signs in again', () => {
    const { result } = draftOf(anjali);
    act(() => result.current.change({ body: 'Mine' }));

    clearDrafts(anjali.id);
    expect(sessionStorage).toHaveLength(1);
    clearDrafts();
    expect(sessionStorage).toHaveLength(0);
  });

  it('starts empty when what was kept cannot be read', () => {
    sessionStorage.setItem('hub-draft:member:network/anjali:reply', '{broken');

    expect(draftOf(anjali).result.current.value.body).toBe('');
  });
});

function draftOf(viewer: typeof anjali) {
  const wrapper = ({ children }: { children: ReactNode }) => <GivenViewer value={viewer}>{children}</GivenViewer>;
  return renderHook(() => useDraft('reply', { title: '', body: '' }), { wrapper });
}
