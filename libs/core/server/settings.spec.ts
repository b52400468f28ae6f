import { logSettings } from './operating/log-settings';
import { settingsFrom } from './settings';

const roleOf = (HUB_ROLE?: string) => settingsFrom({ DATABASE_URL: 'postgres://x/y', HUB_ROLE }).role;

it('a process does everything, unless it is told to be an API or a worker', () => {
  expect([undefined, '', 'all', 'api', 'worker'].map(roleOf)).toEqual(['all', 'all', 'all', 'api', 'worker']);
});

it('a role that there is none of is refused in words', () => {
  expect(() => roleOf('both')).toThrow('HUB_ROLE must be api, worker, all, not "both".');
});

it('reads from the primary alone unless it is told of replicas, by addresses that make sense', () => {
  const replicasOf = (DATABASE_REPLICA_URLS?: string) =>
    settingsFrom({ DATABASE_URL: 'postgres://x/y', DATABASE_REPLICA_URLS }).replicaUrls;

  expect([undefined, '', ' , '].map(replicasOf)).toEqual([[], [], []]);
  expect(replicasOf('postgres://a/hub, postgresql://b/hub')).toEqual(['postgres://a/hub', 'postgresql://b/hub']);
  expect(() => replicasOf('postgres://a/hub,replica')).toThrow(/DATABASE_REPLICA_URLS must be addresses such as/);
});

const operatingOf = (env: Record<string, string>) => settingsFrom({ DATABASE_URL: 'postgres://x/y', ...env }).operating;

it('shows its figures nowhere and stops at once, unless it is told otherwise', () => {
  expect(operatingOf({})).toEqual({ port: null, metricsToken: null, drainSeconds: 0 });
  expect(
    operatingOf({ HUB_OPERATING_PORT: '9464', HUB_METRICS_TOKEN: 'sixteen-or-more-', HUB_DRAIN_SECONDS: '5' }),
  ).toEqual({ port: 9464, metricsToken: 'sixteen-or-more-', drainSeconds: 5 });
});

it('the log is JSON of problems, in lines for a person at a terminal, and as it is told', () => {
  expect(logSettings({}, false)).toEqual({ form: 'json', level: 'warn' });
  expect(logSettings({}, true).form).toBe('lines');
  expect(logSettings({ HUB_LOG: 'json', HUB_LOG_LEVEL: 'info' }, true)).toEqual({ form: 'json', level: 'info' });
  expect(() => logSettings({ HUB_LOG_LEVEL: 'loud' })).toThrow('HUB_LOG_LEVEL must be error, warn, info, not "loud".');
});

it('sends traces nowhere, unless it is told where', () => {
  const tracingOf = (env: Record<string, string>) => settingsFrom({ DATABASE_URL: 'postgres://x/y', ...env }).tracing;
  const endpoint = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318' };

  expect(tracingOf({})).toBeNull();
  expect(tracingOf({ ...endpoint, OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Bearer%20abc, x-a=b=c' })).toEqual({
    ...{ endpoint: new URL('http://collector:4318'), service: 'vanguard-hub' },
    headers: { authorization: 'Bearer abc', 'x-a': 'b=c' },
  });
  expect(() => tracingOf({ OTEL_EXPORTER_OTLP_ENDPOINT: 'collector' })).toThrow(/must be an address such as/);
  expect(() => tracingOf({ ...endpoint, OTEL_EXPORTER_OTLP_HEADERS: 'abc' })).toThrow(/must be pairs such as/);
});

it.each([
  [{ HUB_OPERATING_PORT: '70000' }, 'HUB_OPERATING_PORT must be a whole number up to 65535, not "70000".'],
  [{ HUB_DRAIN_SECONDS: 'long' }, 'HUB_DRAIN_SECONDS must be a whole number up to 60, not "long".'],
  [{ HUB_METRICS_TOKEN: 'short' }, 'HUB_METRICS_TOKEN must have at least 16 characters.'],
])('what makes no sense for operators is refused in words: %j', (env, words) => {
  expect(() => operatingOf(env)).toThrow(words);
});
