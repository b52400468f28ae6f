import { render, screen } from '@testing-library/react';
import { TokenRow, tokenState, type Token } from './token-row';

const token: Token = {
  id: 'api-token:1',
  name: 'Dashboard',
  scopes: ['READ', 'WRITE'],
  createdAt: '2016-03-05T10:00:00Z',
  expiresAt: '2016-04-04T10:00:00Z',
  lastUsedAt: null,
  revokedAt: null,
};
const during = new Date('2016-03-20T10:00:00Z');
const after = new Date('2016-05-01T10:00:00Z');

describe('An API token', () => {
  it('counts until it runs out or is taken back', () => {
    expect(tokenState(token, during)).toBeNull();
    expect(tokenState(token, after)).toBe('Run out');
    expect(tokenState({ ...token, revokedAt: '2016-03-06T10:00:00Z' }, after)).toBe('Taken back');
  });

  it('says what it may do, and cannot be taken back twice', () => {
    render(<TokenRow token={token} onRevoke={() => undefined} />);

    expect(screen.getByText(/^Reads and writes\. Made/).textContent).toContain('Never used.');
    expect(screen.queryByRole('button')).toBeNull();
  });
});
