/** One row of the matrix run through: everything one viewer can ask for, in a world and in its twin, and what is wrong with it. */
import type { GraphQLSchema } from 'graphql';
import { canariesIn, type Canary } from './canaries';
import { listen, listenInVain } from './live';
import { mutationPairs, type Pair } from './mutations';
import { ownActs } from './own-acts';
import { openExports } from './exports';
import { openFiles } from './files';
import { askForLetter, lettersTo } from './letters';
import { openPages } from './pages';
import { groupedBy, oneOfEach, shareOf } from './knowledge';
import { questionsOf } from './questions';
import { masked, replay, type Received } from './replay';
import { enter, mayReceive, turnOf, type ViewerKind } from './viewers';
import type { Visits } from './walk';
import { openTwin, openWorld, type Original } from './worlds';

/** What a viewer received in one world, masked, by path. */
export interface Script {
  readonly received: readonly Received[];
  readonly codes: ReadonlyMap<string, number>;
}

export interface Verdict {
  /** Paths whose bytes differ between the twins, with where they do. */
  readonly differences: string[];
  /** Hidden words received, with the path. */
  readonly leaks: string[];
  /** Where an unseen thing is not answered as one that is not there. */
  readonly oracles: string[];
  /** Planted where this viewer may look, and never received. */
  readonly missed: string[];
  /** Answers that the hub itself calls a defect, and questions that it does not take. */
  readonly defects: string[];
  readonly asked: number;
  /** How mutations about things that they may not see were answered. */
  readonly refusals: ReadonlyMap<string, number>;
}

/** Runs the whole script of a viewer on a copy of the original and on its twin, on both at the same time. */
export async function judge(original: Original, viewer: ViewerKind, visits?: Visits): Promise<Verdict> {
  const [world, twin] = [await openWorld(original), await openTwin(original, viewer)];
  try {
    const [first, second] = await Promise.all([
      run(original, viewer, world.hub, false),
      run(original, viewer, twin.hub, true),
    ]);
    if (visits) for (const one of first.received) noteIn(visits, one);
    const seen = new Set(
      [...first.received, ...second.received].flatMap(({ body, headers }) => canariesIn(body + headers)),
    );
    return {
      differences: differencesOf(first.received, second.received).filter((found) => !isAggregate(found)),
      leaks: [...leaksIn(original, viewer, first.received), ...leaksIn(original, viewer, second.received)],
      oracles: [...first.oracles, ...second.oracles],
      missed: viewer.stride ? [] : missedBy(original.canaries.all, viewer, seen),
      defects: first.received.flatMap(defectOf),
      asked: first.received.length + second.received.length,
      refusals: first.refusals,
    };
  } finally {
    await Promise.all([world.close(), twin.close()]);
  }
}

async function run(
  original: Original,
  viewer: ViewerKind,
  hub: Awaited<ReturnType<typeof openWorld>>['hub'],
  twin: boolean,
) {
  const schema: GraphQLSchema = hub.hub.schema;
  const { canaries, uuids } = original;
  const things = viewer.stride ? oneOfEach(original.things) : original.things;
  const since = Date.now();
  const client = await enter(hub, viewer);
  const seen = things.filter(({ audience }) => mayReceive(viewer, audience));
  const known = {
    things,
    seen,
    canaries: canaries.all.slice(0, original.planted),
    cursors: original.cursors[viewer.id] ?? [],
    // Whoever holds the secret of a letter reads what the letter said, signed in or not.
    tokens: viewer.in.includes('the network') ? original.tokens : [],
  };
  const answers = await replay(
    client,
    questionsOf(schema, { ...known, stride: viewer.stride ?? 1, turn: turnOf(viewer) }),
  );
  const opened = [
    ...(await openPages(client, things)),
    ...(await openFiles(client, things)),
    ...(await openExports(client, things, viewer)),
  ];
  const pairs = someOf(
    viewer,
    mutationPairs(
      schema,
      things.filter((thing) => !seen.includes(thing)),
      seen,
    ),
  );
  const about = await replay(
    client,
    pairs.map((pair) => pair.about),
  );
  // In one world: what is hidden is answered alike in both, or the answers above differ.
  const missing = twin
    ? []
    : await replay(
        client,
        pairs.map((pair) => pair.missing),
      );
  const oracles = missing.flatMap((answer, at) =>
    withoutPlaces(about[at]!) === withoutPlaces(answer)
      ? []
      : [`${pairs[at]!.about.path}: ${about[at]!.body} or ${answer.body}`],
  );
  for (const [there, nothing] of await listenInVain(client, things, viewer))
    if (there !== nothing) oracles.push(`live: ${there} or ${nothing}`);
  const own = await replay(client, ownActs(schema, things, viewer));
  const heard = await listen({ hub, canaries, things, twin }, viewer, client);
  const letters = [...(await askForLetter(hub, viewer, client)), ...(await lettersTo(hub, viewer))];
  const live = heard.map((one): Received => ({ ...one, variables: undefined, status: 0, headers: '' }));
  const received = [...answers, ...opened, ...about, ...own, ...live, ...letters];
  return {
    oracles,
    refusals: countCodes(about),
    received: received.map((one) => ({ ...one, body: masked(withoutNumbers(one), uuids, since) })),
  };
}

/** With a stride a share of the things for each place of an id, and one at least. */
function someOf(viewer: ViewerKind, pairs: Pair[]): Pair[] {
  return groupedBy(pairs, ({ name, leaf }) => `${name} ${leaf}`).flatMap((alike) =>
    shareOf(alike, viewer.stride, turnOf(viewer)),
  );
}

/** One answer at an address, or to an operation, or all that a live operation sent. */
function noteIn(visits: Visits, { path, query, status, body }: Received): void {
  if (status >= 200 && status < 300) visits.answered.add(query ? 'POST /graphql' : (path.split('?')[0] ?? ''));
  if (!query) return;
  const answer: { data?: unknown; received?: { data?: unknown }[] } = JSON.parse(body);
  for (const { data } of answer.received ?? [answer]) visits.note(query, data);
}

/** The log counts everything that happens in the hub; its numbers are for administrators to know. */
function withoutNumbers({ path, body }: Received): string {
  return path === 'Mutation.exportAudit' ? body.replaceAll(/(\\r\\n\\")\d+(?=\\")/g, '$1<number>') : body;
}

/** An answer as bytes but for the id that was asked for. */
function withoutPlaces({ status, headers, body }: Received): string {
  return JSON.stringify({ status, headers, body });
}

function countCodes(answers: readonly Received[]): Map<string, number> {
  const codes = new Map<string, number>();
  for (const { body } of answers) {
    const code = JSON.parse(body).errors?.[0]?.extensions.code ?? 'taken';
    codes.set(code, (codes.get(code) ?? 0) + 1);
  }
  return codes;
}

function differencesOf(first: readonly Received[], second: readonly Received[]): string[] {
  return first.flatMap((one, at) => {
    const other = second[at];
    if (!other) return [`${one.path}: no answer`];
    const [a, b] = [one, other].map(({ status, headers, body }) => `${status} ${headers} ${body}`) as [string, string];
    if (a === b) return [];
    let place = 0;
    while (a[place] === b[place]) place += 1;
    return [`${one.path}: …${a.slice(Math.max(0, place - 80), place + 60)}… or …${b.slice(place, place + 60)}…`];
  });
}

function leaksIn({ canaries }: Original, viewer: ViewerKind, received: readonly Received[]): string[] {
  return received.flatMap(({ path, body, headers, variables }) =>
    canariesIn(`${body} ${headers}`)
      .filter((word) => !mayReceive(viewer, canaries.of(word)?.audience ?? 'nobody'))
      .filter((word) => !JSON.stringify(variables ?? {}).includes(word))
      .map((word) => `${path}: ${canaries.of(word)?.place ?? word} for ${canaries.of(word)?.audience ?? 'nobody'}`),
  );
}

/** By place and audience: one word of each is enough to know that the way to it is open. */
function missedBy(planted: readonly Canary[], viewer: ViewerKind, seen: ReadonlySet<string>): string[] {
  const key = ({ place, audience }: Canary) => `${place} for ${audience}`;
  const found = new Set(planted.filter(({ word }) => seen.has(word)).map(key));
  const expected = new Set(planted.filter(({ audience }) => mayReceive(viewer, audience)).map(key));
  return [...expected].filter((one) => !found.has(one));
}

/** How many records of the whole hub are past their period, and how large it is, is for administrators to know. */
const isAggregate = (finding: string) => /^Query\.(recordTypes|hubState)\(/.test(finding);

/** A path that costs too much is refused to everyone. */
function defectOf({ path, body, query }: Received): string[] {
  if (!query || body.includes('This asks for too much at once')) return [];
  const codes: string[] = (JSON.parse(body).errors ?? []).map(
    (error: { extensions: { code: string } }) => error.extensions.code,
  );
  const wrong = codes.filter((code) => !/^(UNAUTHENTICATED|FORBIDDEN|NOT_FOUND|BAD_USER_INPUT|CONFLICT)$/.test(code));
  return wrong.map((code) => `${path}: ${code} ${body.slice(0, 200)} ${query.slice(0, 300)}`);
}
