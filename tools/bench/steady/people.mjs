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
 * Starts so many requests a second, until `stop`, which gives how many were answered, and each that failed: with what, and its id in the log of the hub.
 * @returns {Promise<{cookies: string[], stop: () => Promise<{count: number, failures: {what: string, request?: string}[]}>}>}
 */
export async function people(address, sql, rate) {
  const threads = (await sql(openThreads)).map(({ ref }) => ref);
  const models = (await sql('SELECT code FROM core.care_model')).map(({ code }) => code);
  const cookies = await gather(sql, members, []);
  const failures = [];
  let count = 0;
  let isOver = false;
  const asking = Array.from({ length: callers }, async (_, which) => {
    const call = callerOf(address);
    await sleep((which / rate) * 1000);
    for (let next = performance.now(); !isOver;) {
      const asked = once(call, any(cookies), { thread: any(threads), codes: [any(models)] });
      const failure = await asked.catch((error) => ({ what: String(error) }));
      count += 1;
      if (failure) failures.push(failure);
      next += (callers / rate) * 1000;
      await sleep(Math.max(0, next - performance.now()));
    }
  });
  return {
    cookies,
    stop: async () => {
      isOver = true;
      await Promise.all(asking);
      return { count, failures };
    },
  };
}

/** One request of the mix; what was wrong with its answer, if anything. */
async function once(call, cookie, { thread, codes }) {
  const ask = async (what, query, variables) => failureOf(what, await call({ body: { query, variables }, cookie }));
  const share = Math.random();
  if (share < 0.3) return ask('the newest discussions', feed, { codes });
  if (share < 0.6) return ask('a discussion', page, { id: thread });
  if (share < 0.7) return ask('a search', find, { text: any(words) });
  if (share < 0.8) return ask('marking as read', markRead, { input: { thread } });
  if (share < 0.88) return ask('a reply', reply, { input: { thread, body: `An even word ${Math.random()}` } });
  if (share < 0.94) return ask('a new question', `query As${Math.floor(Math.random() * 1e9)} { viewer { id } }`);
  if (share < 0.97) return signInAndOut(call);
  const impossible = { query: `{ viewer { no${Math.floor(Math.random() * 1e9)} } }` };
  const answer = await call({ body: impossible, cookie });
  return answer.status < 500 && answer.body.includes('errors') ? null : failed('what cannot be answered', answer);
}

async function signInAndOut(call) {
  const answer = await call({ path: '/auth/demo', body: { member: 'anjali-thornapple' } });
  if (!answer.cookie) return failed('who signs in', answer);
  const out = await call({ path: '/auth/sign-out', body: {}, cookie: answer.cookie });
  return out.status === 204 ? null : failed('who signs out', out);
}

function failureOf(what, answer) {
  const { errors } = JSON.parse(answer.body);
  return answer.status === 200 && !errors ? null : failed(what, answer, errors?.[0]?.extensions?.code);
}

const failed = (what, { status, ms, request }, code = 'no code') => ({
  what: `${status} (${code}) to ${what} after ${(ms / 1000).toFixed(1)} s`,
  request,
});
