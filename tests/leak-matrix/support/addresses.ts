/** Every address at which the hub answers, and who asks there: the routes of the running server are held against this list. */
import type { TestHub } from '@hub/testing';

/** Where an address is asked for by the script of every viewer, by name of the part that does. */
type Asked = { readonly asked: 'questions' | 'pages' | 'files' | 'exports' | 'letters' };
/** Why nothing that somebody guards can come from it. */
type NoWayOut = { readonly noWayOut: string };

const signingIn = 'answers everyone alike: uniform-answers.db.spec.ts';
const provider = 'speaks to the OpenID provider: tampered-answers.db.spec.ts';
const health = 'says whether the hub is well, in one word';

export const addresses: Readonly<Record<string, Asked | NoWayOut>> = {
  'GET /graphql': { noWayOut: 'refused where only POST is taken, and else the same operations' },
  'POST /graphql': { asked: 'questions' },
  'OPTIONS /graphql': { noWayOut: 'has no body' },
  'GET /*': { asked: 'pages' },
  'GET /robots.txt': { asked: 'pages' },
  'GET /sitemap.xml': { asked: 'pages' },
  'GET /auth/demo': { noWayOut: 'names the members of the demonstration to whoever comes, and is not there otherwise' },
  'POST /auth/demo': { noWayOut: signingIn },
  'GET /auth/ways': { asked: 'pages' },
  'POST /auth/sign-out': { noWayOut: 'has no body' },
  'POST /auth/code': { asked: 'letters' },
  'POST /auth/code/verify': { noWayOut: signingIn },
  'POST /auth/second-factor': { noWayOut: signingIn },
  'GET /auth/oidc/start': { noWayOut: provider },
  'GET /auth/oidc/callback': { noWayOut: provider },
  'POST /auth/oidc/back-channel-logout': { noWayOut: provider },
  'GET /health': { noWayOut: health },
  'GET /health/live': { noWayOut: health },
  'GET /health/ready': { noWayOut: health },
  'GET /metrics': { noWayOut: 'figures alone, to whoever has the operators’ token: operating.db.spec.ts' },
  'GET /administration/letters/:id': {
    noWayOut: 'is there for an administrator who just gave a reason, alone: care.db.spec.ts',
  },
  'POST /mail/inbound': { noWayOut: 'is for the mail server, and not there where it is not set' },
  'POST /mail/stop': { noWayOut: 'answers in one word, to whoever has a link that the hub signed' },
  'POST /check-ins/answer': { noWayOut: 'answers in one word, to whoever has a link that the hub signed' },
  'POST /files': { noWayOut: 'takes a file and gives its id' },
  'GET /files/:id/*': { asked: 'files' },
  'GET /exports/family.schema.json': { asked: 'exports' },
  'GET /exports/interventions/:name/:form': { asked: 'exports' },
  'GET /exports/list/:form': { asked: 'exports' },
  'POST /members/photo': { noWayOut: 'takes a file and gives none' },
  'GET /members/:slug/photo': { asked: 'files' },
};

/** The routes of a running hub, such as `GET /members/:slug/photo`. HEAD goes with GET. */
export function routesOf({ hub }: TestHub): string[] {
  const drawn: string = hub.app.getHttpAdapter().getInstance().printRoutes();
  const above: string[] = [];
  return drawn.split('\n').flatMap((line) => {
    const [, indent = '', part = '', methods = ''] = /^([│├└─\s]*)(\S+)(?: \((.+)\))?$/.exec(line) ?? [];
    if (!part) return [];
    const depth = indent.length / 4 - 1;
    const path = `${above[depth - 1] ?? ''}${part}`;
    above.splice(depth, above.length, path);
    return methods
      .split(', ')
      .filter((method) => method && method !== 'HEAD')
      .map((method) => `${method} ${path}`);
  });
}

/** Routes that the list does not know, and rows of the list without a route. */
export function unknownAddresses(routes: readonly string[]): string[] {
  return [
    ...routes
      .filter((route) => !(route in addresses))
      .map((route) => `${route} is neither asked for nor said to be no way out`),
    ...Object.keys(addresses)
      .filter((route) => !routes.includes(route))
      .map((route) => `${route} is listed and not there`),
  ];
}

/** Addresses that somebody should have been answered at, and nobody was: `answered` as method and path without its query. */
export function neverAnswered(answered: ReadonlySet<string>): string[] {
  return Object.entries(addresses)
    .filter(([route, row]) => 'asked' in row && ![...answered].some((one) => patternOf(route).test(one)))
    .map(([route]) => `${route} answered nobody`);
}

function patternOf(route: string): RegExp {
  const parts = route.split(/(:\w+|\*)/).map((part, at) => {
    if (at % 2 === 0) return part.replaceAll(/[.\\^$+?()[\]{}|]/g, '\\$&');
    return part === '*' ? '.*' : '[^/]+';
  });
  return new RegExp(`^${parts.join('')}$`);
}
