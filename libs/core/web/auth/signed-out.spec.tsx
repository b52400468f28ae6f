import { jest } from '@jest/globals';
import { watchSignOut } from './signed-out';

const draft = 'hub-draft:member:network/anjali:reply';
const typed = 'hub-draft:signed-out:sign-in';
const written = () => localStorage.getItem(draft) ?? sessionStorage.getItem(typed);
const keptDraft = () => JSON.stringify({ id: 'a', at: new Date().toISOString(), value: { body: 'Mine' } });

describe('A tab in which something is being written', () => {
  beforeEach(() => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    localStorage.clear();
    sessionStorage.clear();
    localStorage.setItem(draft, keptDraft());
    sessionStorage.setItem(typed, keptDraft());
  });
  afterEach(() => void jest.restoreAllMocks());

  it('keeps it when nobody has signed out', () => {
    watchSignOut();

    expect(written()).not.toBeNull();
  });

  it('forgets it when somebody signs out in another tab', () => {
    watchSignOut();
    localStorage.setItem('hub-signed-out', '1');
    window.dispatchEvent(new StorageEvent('storage', { key: 'hub-signed-out' }));

    expect(written()).toBeNull();
  });

  it('forgets what it alone has when somebody signed out while it slept, and only that once', () => {
    localStorage.setItem('hub-signed-out', '1');
    watchSignOut();
    expect(sessionStorage.getItem(typed)).toBeNull();

    sessionStorage.setItem(typed, keptDraft());
    watchSignOut();
    expect(sessionStorage.getItem(typed)).not.toBeNull();
  });

  it('is no reason to forget, when it is opened, what was written since somebody signed out and in again', () => {
    localStorage.setItem('hub-signed-out', '1');
    watchSignOut();

    expect(localStorage.getItem(draft)).not.toBeNull();
  });
});
