/** People who go on evenly: they read, search, write, mark as read, sign in and out, and now and then send what nobody has sent before, or what cannot be answered. */
import { setTimeout as sleep } from 'node:timers/promises';
import { callerOf } from '../caller.mjs';
import { gather } from '../fan-out/crowd.mjs';

const members = 40;
const callers = 8;

const feed = `query ($codes: [String!]) { threads(filter: { modelTypes: $codes }, first: 20) {
  edges { node { id title replyCount unreadCount author { id displayName sites { id name } } } } } }`;
const page = `query ($id: ID!) { thread(id: $id) { id title posts(first: 50) { edges { node { id body author { id displayName } } } } } }`;
const find = `query ($text: String!) { search(text: $text, first: 20) { totalCount edges { matchedLine } } }`;
const reply = 'mutation ($input: ReplyInput!) { reply(input: $input) { post { id } } }';
const markRead = 'mutation ($input: MarkThreadReadInput!) { markThreadRead(input: $input) { thread { id } } }';

const openThreads = `SELECT t.ref FROM threads.thread t JOIN core.entity e ON e.ref = t.ref WHERE e.needs = '{network}' AND NOT t.locked`;
const words = ['ward', 'discharge', 'care home', 'falls', 'reablement', 'pharmacy', 'community', 'emergency'];
const any = (list) => list[Math.floor(Math.random() * list.length)];

/**
 * Starts so many requests a second, until `stop`, which gives how many were answered, how many of them that the hub is busy, and how many times what else went wrong.
 * @returns {Promise<{cookies: string[], stop: () => Promise<{count: number, busy: number, failures: Map<string, number>}>}>}
 */
export async function people(address, sql, rate) {
  const threads = (await sql(openThreads)).map(({ ref }) => ref);
  const models = (await sql('SELECT code FROM core.care_model')).map(({ code }) => code);
  const cookies = await gather(sql, members, []);
  const failures = new Map();
  let count = 0;
  let busy = 0;
  let isOver = false;
  const asking = Array.from({ length: callers }, async (_, which) => {
    const call = callerOf(address);
    await sleep((which / rate) * 1000);
    for (let next = performance.now(); !isOver;) {
      const failure = await once(call, any(cookies), { thread: any(threads), codes: [any(models)] }).catch(String);
      count += 1;
      if (failure?.startsWith('503')) busy += 1;
      else if (failure) failures.set(failure, (failures.get(failure) ?? 0) + 1);
      next += (callers / rate) * 1000;
      await sleep(Math.max(0, next - performance.now()));
    }
  });
  return {
    cookies,
    stop: async () => {
      isOver = true;
      await Promise.all(asking);
      return { count, busy, failures };
    },
  };
}

/** One request of the mix; what was wrong with its answer, if anything. */
async function once(call, cookie, { thread, codes }) {
  const ask = (query, variables) => failureOf(call({ body: { query, variables }, cookie }));
  const share = Math.random();
  if (share < 0.3) return ask(feed, { codes });
  if (share < 0.6) return ask(page, { id: thread });
  if (share < 0.7) return ask(find, { text: any(words) });
  if (share < 0.8) return ask(markRead, { input: { thread } });
  if (share < 0.88) return ask(reply, { input: { thread, body: `An even word ${Math.random()}` } });
  if (share < 0.94) return ask(`query As${Math.floor(Math.random() * 1e9)} { viewer { id } }`);
  if (share < 0.97) return signInAndOut(call);
  const { status, body } = await call({
    body: { query: `{ viewer { no${Math.floor(Math.random() * 1e9)} } }` },
    cookie,
  });
  return status < 500 && body.includes('errors') ? null : `${status} to what cannot be answered`;
}

async function signInAndOut(call) {
  const { status, cookie } = await call({ path: '/auth/demo', body: { member: 'anjali-thornapple' } });
  if (!cookie) return `${status} to who signs in`;
  const { status: out } = await call({ path: '/auth/sign-out', body: {}, cookie });
  return out === 204 ? null : `${out} to who signs out`;
}

async function failureOf(answer) {
  const { status, body } = await answer;
  const { errors } = JSON.parse(body);
  return status === 200 && !errors ? null : `${status} ${errors?.[0]?.extensions?.code}`;
}
