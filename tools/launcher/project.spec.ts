import { readSettings } from './project.mjs';

describe('the settings of a start', () => {
  it('have defaults that run the demonstration on the embedded database', () => {
    expect(readSettings({}, [])).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      demo: '1',
      empty: false,
      databaseUrl: undefined,
    });
  });

  it('leave the demonstration off with a database of the person’s own, unless asked', () => {
    const DATABASE_URL = 'postgres://somewhere/hub';

    expect(readSettings({ DATABASE_URL }, []).demo).toBe('0');
    expect(readSettings({ DATABASE_URL, HUB_DEMO: '1' }, []).demo).toBe('1');
  });

  it('start without the demonstration network on --empty', () => {
    expect(readSettings({}, ['--empty']).empty).toBe(true);
  });

  it.each(['abc', '-1', '70000', '3000.5'])('refuse the port %s', (PORT) => {
    expect(() => readSettings({ PORT }, [])).toThrow(`PORT must be a number from 0 to 65535, but it is "${PORT}".`);
  });
});
