import { entityAt } from '@hub/core/contract';
import { writtenIn } from './written-references';

const pages = [
  { kind: 'intervention', path: '/interventions/:name' },
  { kind: 'adaptation', path: '/adaptations/:namespace/:name' },
];
const inText = (body: string) =>
  writtenIn(body, 'https://hub.example.nhs.uk', (path) => entityAt(pages, path)).map(
    ({ written, kind, namespace, name }) => `${written} is ${kind}:${namespace ?? '*'}/${name}`,
  );

it('members are written with @, interventions with #, and adaptations with # and their site', () => {
  expect(inText('Ask @gwen-stillwater, (@kit-ravensworthy) about #crisis-cafe and #northvale/cough.')).toEqual([
    '@gwen-stillwater is member:network/gwen-stillwater',
    '@kit-ravensworthy is member:network/kit-ravensworthy',
    '#crisis-cafe is intervention:*/crisis-cafe',
    '#northvale/cough is adaptation:northvale/cough',
  ]);
});

it('addresses of the hub’s own pages count, with or without its name, and those of others do not', () => {
  expect(
    inText(
      'See https://hub.example.nhs.uk/interventions/crisis-cafe and /adaptations/northvale/cough, not https://evil.example/interventions/crisis-cafe',
    ),
  ).toEqual([
    'https://hub.example.nhs.uk/interventions/crisis-cafe is intervention:*/crisis-cafe',
    '/adaptations/northvale/cough is adaptation:northvale/cough',
  ]);
});

it('what only looks like one is left alone', () => {
  expect(
    inText('# A heading\nmail gwen@northvale.example, a/b, C#sharp, @Gwen, #UPPER, 5/10/2016 or /nowhere/x'),
  ).toEqual([]);
});

it('the same name twice is one, and there are 50 at most', () => {
  expect(inText('@gwen and @gwen')).toHaveLength(1);
  expect(inText(Array.from({ length: 80 }, (_, at) => `@member-${at}`).join(' '))).toHaveLength(50);
});
