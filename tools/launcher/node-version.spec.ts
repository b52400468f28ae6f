import { nodeRefusal } from './node-version.mjs';

describe('the Node the hub runs on', () => {
  it.each(['20.19.0', '20.20.2', '22.12.0', '22.23.3', '24.0.0', '26.1.0'])('may be %s', (version) => {
    expect(nodeRefusal(version)).toBe('');
  });

  it.each(['18.20.4', '20.18.9', '21.7.0', '22.11.0', '12.22.12'])(
    'may not be %s, and one sentence says so',
    (version) => {
      expect(nodeRefusal(version)).toBe(
        `The hub needs Node 20.19 or newer (20.19+, 22.12+ or 24+), but this is Node ${version}.`,
      );
    },
  );
});
