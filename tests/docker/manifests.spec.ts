/** What stands in docker/ can be built, started and kept apart from what it should not reach: as far as reading shows. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { settingsFrom } from '@hub/core/server';
import { validate } from 'dockerfile-utils';
import { faultsOf } from './support/cluster';
import { composeFile, dockerfile, manifests, root, type Yaml } from './support/files';
import { stagesOf } from './support/stages';

const stages = stagesOf(dockerfile());
const images = ['api', 'worker', 'web'].map((name) => stages.find((stage) => stage.name === name)!);

it('the Dockerfile is one', () => {
  expect(validate(dockerfile()).map(({ message }) => message)).toEqual([]);
  expect(validate('FROM node\nCMDD x').length).toBeGreaterThan(0);
});

it('each image runs as an ordinary user, says whether it is well, and starts without a shell', () => {
  for (const image of images) {
    expect([image.name, image.user]).toEqual([image.name, expect.stringMatching(/^(node|101)$/)]);
    expect([image.name, image.health?.length]).toEqual([image.name, expect.any(Number)]);
  }
  expect(images.map(({ command }) => command?.[0])).toEqual(['node', 'node', undefined]);
  expect(images.map(({ env }) => env.HUB_ROLE)).toEqual(['api', 'worker', undefined]);
});

it('copies only what there is', () => {
  const fromHere = stages.flatMap(({ copies }) => copies).filter(({ from }) => from === '');

  expect(fromHere.map(({ source }) => source).filter((source) => !existsSync(path.join(root, source)))).toEqual([]);
});

const compose = composeFile('compose.yaml');
const whole = { ...compose.services, ...composeFile('compose.try.yaml').services } as Record<string, Yaml>;

it.each(['compose.yaml', 'compose.try.yaml'])(
  '%s waits for services that there are, in states that they can have',
  (file) => {
    const { services, volumes } = composeFile(file) as { services: Record<string, Yaml>; volumes: Yaml };
    for (const [name, service] of Object.entries(services)) {
      for (const [wanted, { condition }] of Object.entries((service.depends_on ?? {}) as Record<string, Yaml>)) {
        expect([name, wanted, Object.keys(whole).includes(wanted)]).toEqual([name, wanted, true]);
        if (condition === 'service_healthy') expect([wanted, isAsked(wanted)]).toEqual([wanted, true]);
      }
      for (const mount of (service.volumes ?? []) as string[]) {
        const [source = ''] = mount.split(':');
        const isThere = source.startsWith('.') ? existsSync(path.join(root, 'docker', source)) : source in volumes;
        expect([name, source, isThere]).toEqual([name, source, true]);
      }
      if (service.build) expect(stages.map((stage) => stage.name)).toContain(service.build.target);
      if (service.image) expect(service.image).toMatch(/^[\w./-]+:v?\d[\w.-]*$/);
    }
  },
);

/** Of an image of our own the Dockerfile says how it is asked. */
function isAsked(name: string): boolean {
  const service = whole[name];
  return service?.healthcheck !== undefined || images.some((image) => image.name === name);
}

it('compose hands the API settings that it takes, and starts more than one', () => {
  /** What stands where nobody set anything, the innermost first. */
  const unset = (value: string): string => {
    const less = value.replaceAll(/\$\{[A-Z0-9_]+(?::?-([^${}]*))?\}/g, '$1');
    return less === value ? value : unset(less);
  };
  const text = ({ environment }: Yaml) =>
    Object.fromEntries(
      Object.entries(environment as Record<string, unknown>).map(([name, value]) => [name, unset(String(value))]),
    );

  for (const name of ['api', 'worker', 'migrate']) {
    const image = images.find((each) => each.name === name) ?? images[0]!;
    expect(() => settingsFrom({ ...image.env, ...text(compose.services[name]) })).not.toThrow();
  }
  expect(compose.services.api.deploy.replicas).toBeGreaterThan(1);
  expect(compose.services.web.ports[0]).toMatch(/^127\.0\.0\.1:/);
});

it('the manifests are what a cluster takes, and ask for no more rights than they need', () => {
  expect(faultsOf(manifests())).toEqual([]);
});

it('what is asked of the manifests can fail: each rule, broken, is named', () => {
  const broken = manifests();
  const api = broken.find(({ kind, metadata }) => kind === 'Deployment' && metadata.name === 'api')!;
  const [container] = api.spec.template.spec.containers;
  container.securityContext.readOnlyRootFilesystem = false;
  container.readinessProbe.httpGet.port = 'elsewhere';
  delete container.resources.limits;
  api.spec.template.spec.securityContext.runAsUser = 0;
  api.spec.replicas = 3;
  const others = broken.filter(({ metadata }) => metadata?.name !== 'nothing');
  others.push({ kind: 'Secret', apiVersion: 'v1', metadata: { name: 'hub' }, data: { a: 'b' } });

  expect(faultsOf(others)).toEqual([
    'Secret hub is of a kind that is not meant to be here',
    'It is not so that Deployment api runs as a user of its own',
    'It is not so that Deployment api writes nowhere but where it should',
    'It is not so that Deployment api has a limit of memory',
    'It is not so that Deployment api is asked at ports that it has',
    'It is not so that HorizontalPodAutoscaler api is for a deployment whose number nobody else says',
    'No policy denies what is not allowed',
  ]);
});

it('nginx gives up a connection that is idle before an API that was told to stop does (R10)', () => {
  const template = readFileSync(path.join(root, 'docker/nginx/hub.conf.template'), 'utf8');
  const seconds = Number(/^ *keepalive_timeout (\d+)s;$/m.exec(template)?.[1]);
  const inCluster = manifests().find(({ kind }) => kind === 'ConfigMap')!.data.HUB_DRAIN_SECONDS;
  const inCompose = compose.services.api.environment.HUB_DRAIN_SECONDS;

  expect(seconds).toBeGreaterThan(0);
  for (const drain of [inCluster, inCompose]) expect(Number(drain)).toBeGreaterThan(seconds);
});

it('a process is told to leave the balance before it stops, and has the time to', () => {
  const settings = manifests().find(({ kind }) => kind === 'ConfigMap')!.data as Record<string, string>;
  const { spec } = manifests().find(({ kind, metadata }) => kind === 'Deployment' && metadata.name === 'api')!.spec
    .template;
  const { periodSeconds, failureThreshold } = spec.containers[0].readinessProbe;
  const secret = { DATABASE_URL: 'postgres://x/y', HUB_S3_ACCESS_KEY_ID: 'x', HUB_S3_SECRET_ACCESS_KEY: 'x' };
  const drains = settingsFrom({ ...secret, ...settings }).operating.drainSeconds;

  expect(drains).toBeGreaterThan(periodSeconds * failureThreshold);
  expect(spec.terminationGracePeriodSeconds).toBeGreaterThan(drains + 10);
});
