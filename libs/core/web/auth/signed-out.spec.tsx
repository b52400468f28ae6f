import { jest } from '@jest/globals';
import { clearDrafts } from '../forms/draft-store';
import { watchSignOut } from './signed-out';

const draft = 'hub-draft:member:network/anjali:reply';
const written = () => sessionStorage.getItem(draft);

describe('A tab in which something is being written', () => {
  beforeEach(() => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    localStorage.clear();
    sessionStorage.clear();
    sessionStorage.setItem(draft, '{"body":"Mine"}');
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

  it('forgets it when somebody signed out while the tab slept, and only that once', () => {
    localStorage.setItem('hub-signed-out', '1');
    watchSignOut();
    expect(written()).toBeNull();

    sessionStorage.setItem(draft, '{"body":"Written after signing in again"}');
    watchSignOut();
    expect(written()).not.toBeNull();
    clearDrafts();
  });
});
