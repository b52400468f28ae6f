/** What the comparisons ask for: members with addresses, their codes, invitations, and drafts that nobody elsewhere sees. */
import { randomInt } from 'node:crypto';

const howMany = 20;
const drafts = 200;
const createDraft =
  'mutation ($input: CreateInterventionInput!) { createIntervention(input: $input) { intervention { id } } }';
const invite = 'mutation ($input: InviteToSiteInput!) { inviteToSite(input: $input) { invitation { id } } }';

export async function furnish({ sql }, call) {
  const lead = await signIn(call, 'anjali-thornapple');
  const outsider = await signIn(call, 'zubin-cloverdale');
  const known = await addressesOfMembers(sql);
  const strangers = known.map(() => addressLike());
  const invited = [...known.slice(0, howMany / 2), ...strangers.slice(0, howMany / 2)];
  for (const email of invited) await must(call, lead, invite, { site: 'northvale', email, role: 'MEMBER' });
  for (const email of known) await call({ path: '/auth/code', body: { email } });
  const hidden = [];
  for (let n = 0; n < drafts; n += 1) {
    const input = { site: 'northvale', title: `Zq${word()}`, summary: 'A draft', modelTypes: ['MCP'] };
    const { createIntervention } = await must(call, lead, createDraft, input);
    hidden.push({ id: createIntervention.intervention.id, title: input.title });
  }
  const tokens = await tokensOf(sql, invited);
  return { outsider, known, tokens, hidden };
}

/** As the hidden ones are named, but for the part that nobody can guess. */
export const titleLike = () => `Zq${word()}`;
export const addressLike = () => `${word()}@nhs.net`;

const letters = 'abcdefghijklmnopqrstuvwxyz';
const word = () => Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join('');

async function signIn(call, member) {
  const { cookie } = await call({ path: '/auth/demo', body: { member } });
  if (!cookie) throw new Error(`${member} cannot sign in.`);
  return cookie;
}

async function must(call, cookie, query, input) {
  const { body } = await call({ body: { query, variables: { input } }, cookie });
  const { data, errors } = JSON.parse(body);
  if (errors) throw new Error(errors[0].message);
  return data;
}

/** The members of the demonstration have no addresses. */
async function addressesOfMembers(sql) {
  const rows = await sql(
    `SELECT ref FROM core.account WHERE ref NOT LIKE '%thornapple' AND ref NOT LIKE '%cloverdale' ORDER BY ref LIMIT $1`,
    [howMany],
  );
  const known = rows.map(addressLike);
  await sql(
    'INSERT INTO identity.address (member_ref, email, since) SELECT r, e, now() FROM unnest($1::text[], $2::text[]) AS t(r, e)',
    [rows.map(({ ref }) => ref), known],
  );
  return known;
}

async function tokensOf(sql, invited) {
  const letters = await sql('SELECT text FROM core.mail WHERE recipient = ANY($1)', [invited]);
  const tokens = letters.flatMap(({ text }) => /token=([\w%-]+)/.exec(text)?.slice(1) ?? []);
  if (tokens.length < invited.length) throw new Error('Not every invitation was written a letter.');
  return tokens.map(decodeURIComponent);
}
