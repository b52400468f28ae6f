/** Asking teams whose adaptations went quiet: whom, when and how often, and what each answer does. */
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';
import { memberRef, siteRef } from '@hub/plugins/sites/contract';
import { londonDay, SignedWords } from '@hub/core/server';
import type { CheckInAnswer } from '@hub/plugins/adaptations/contract';
import { moved, published, started, updated } from '../adaptation.builders';
import { CheckInLinks } from './check-in-links';

let hub: TestHub;
let anjali: TestClient;
let bernard: TestClient;
let callum: TestClient;
let zubin: TestClient;

const dayMs = 24 * 60 * 60_000;
const team = ['anjali-thornapple', 'bernard-oakapple', 'kwame-larkrise', 'leonie-fernmoss', 'petra-quillfeather'];

beforeAll(async () => {
  hub = await createTestHub();
  [anjali, bernard, callum, zubin] = (await Promise.all(
    ['anjali-thornapple', 'bernard-oakapple', 'callum-pennyroyal', 'zubin-cloverdale'].map((slug) => hub.as(slug)),
  )) as [TestClient, TestClient, TestClient, TestClient];
});
beforeEach(async () => {
  await hub.drain();
  await hub.sql(`UPDATE adaptations.adaptation SET stage = 'RUNNING' WHERE stage NOT IN ('STOPPED', 'DECLINED')`);
  await hub.sql('DELETE FROM adaptations.check_in');
  await hub.sql('DELETE FROM subscriptions.notification');
});
afterAll(() => hub?.close());

/** One of Northvale at work, whose last word was then. */
async function quiet(since: Date, stage = 'ASSESSING'): Promise<string> {
  const id = await started(anjali, await published(callum, { site: 'tollbridge' }), 'northvale');
  if (stage !== 'CONSIDERING') await moved(anjali, id, stage);
  await hub.drain();
  await silence(id, since);
  return id;
}

async function silence(id: string, since: Date): Promise<void> {
  await hub.sql('UPDATE core.entity SET updated_at = $2 WHERE ref = $1', [id, since]);
  await hub.sql(
    `UPDATE interventions.intervention SET written_at = $2 WHERE ref = (SELECT result_ref FROM adaptations.adaptation WHERE ref = $1)`,
    [id, since],
  );
}

/** At noon, so many days after the day that it is in London. */
const daysFromNow = (days: number) => new Date(Date.parse(`${londonDay(new Date())}T12:00:00Z`) + days * dayMs);

/** What is due in the hours around the morning of a day, and what was told of it. */
async function morning(day: Date | string, instances = 1): Promise<void> {
  const date = typeof day === 'string' ? day : day.toISOString().slice(0, 10);
  await hub.sql('DELETE FROM core.schedule');
  await hub.runSchedules(new Date(`${date}T00:01:00Z`));
  const at = new Date(`${date}T12:00:00Z`);
  await Promise.all(Array.from({ length: instances }, () => hub.runSchedules(at)));
  await hub.drain();
}

const questionsTo = (id: string) =>
  hub.sql<{ id: string; answer: string | null }>(
    `SELECT 'check-in:' || id AS id, answer FROM adaptations.check_in WHERE adaptation_ref = $1 ORDER BY asked_at`,
    [id],
  );

async function toldOf(id: string): Promise<string[]> {
  const rows = await hub.sql<{ member: string }>(
    `SELECT member_ref AS member FROM subscriptions.notification WHERE subject_ref = $1 AND event_name = 'adaptation.went-quiet' ORDER BY 1`,
    [id],
  );
  return rows.map(({ member }) => member);
}

/** Asked on the morning before: whoever answers now answers later than that. */
async function askedOf(id: string): Promise<string> {
  await morning(daysFromNow(-1));
  const [question] = await questionsTo(id);
  return question!.id;
}

const mailAtOnce = 'mutation { setMailSettings(input: { forYou: AT_ONCE, mostADay: 50 }) { forYou } }';
const answerDocument = `mutation ($input: AnswerCheckInInput!) {
  answerCheckIn(input: $input) { checkIn { id isOpen answer answeredBy { displayName } } } }`;
const answer = (as: TestClient, adaptation: string, checkIn: string, given: string) =>
  as.ok(answerDocument, { input: { adaptation, checkIn, answer: given } });

describe('a team is asked', () => {
  it('when 60 days passed without a word, not after 59; all who write for the site, and nobody else', async () => {
    const [sixty, fiftyNine] = [await quiet(daysFromNow(-60)), await quiet(daysFromNow(-59))];
    await morning(daysFromNow(0));

    expect(await toldOf(sixty)).toEqual(team.map(memberRef));
    expect(await toldOf(fiftyNine)).toEqual([]);
  });

  it.each([
    ['forward', '2031-01-29T23:30:00Z', '2031-03-29', '2031-03-30'],
    ['back, said before midnight in London', '2031-08-27T22:30:00Z', '2031-10-25', '2031-10-26'],
    ['back, said after it', '2031-08-27T23:30:00Z', '2031-10-26', '2031-10-27'],
  ])('on the same day where the clock goes %s (R17)', async (_how, since, dayBefore, day) => {
    const id = await quiet(new Date(since));
    await morning(dayBefore);
    expect(await questionsTo(id)).toEqual([]);
    await morning(day);
    expect(await questionsTo(id)).toHaveLength(1);
  });

  it('once about one silence, also when two hubs look at once, and no more while nobody answers (R17)', async () => {
    const id = await quiet(daysFromNow(-70));
    await morning(daysFromNow(0), 2);
    for (const later of [1, 60, 61, 365]) await morning(daysFromNow(later));

    expect(await questionsTo(id)).toHaveLength(1);
    expect(await toldOf(id)).toHaveLength(team.length);
  });

  it('one thing a day, the longest silence first, however much went quiet and however long the hub was down', async () => {
    const [longest, shorter] = [await quiet(daysFromNow(-90)), await quiet(daysFromNow(-80))];
    await hub.sql('DELETE FROM core.schedule');
    await hub.runSchedules(daysFromNow(-20));
    await hub.runSchedules(new Date(`${daysFromNow(0).toISOString().slice(0, 10)}T12:00:00Z`));
    expect([await questionsTo(longest), await questionsTo(shorter)].map((asked) => asked.length)).toEqual([1, 0]);

    await morning(daysFromNow(1));
    expect(await questionsTo(shorter)).toHaveLength(1);
  });

  it.each(['RUNNING', 'STOPPED', 'DECLINED'])('never about what is %s', async (stage) => {
    const id = await quiet(daysFromNow(-400), stage);
    await morning(daysFromNow(0));
    expect(await questionsTo(id)).toEqual([]);
  });

  it('not while they write on their own text, or somebody speaks of it where they see it', async () => {
    const written = await quiet(daysFromNow(-90), 'ADAPTING');
    const [{ result } = { result: '' }] = await hub.sql<{ result: string }>(
      'SELECT result_ref AS result FROM adaptations.adaptation WHERE ref = $1',
      [written],
    );
    await updated(anjali, result, { sections: [{ key: 'why', body: 'We go on' }] });
    await morning(daysFromNow(0));
    expect(await questionsTo(written)).toEqual([]);

    const spokenOf = await quiet(daysFromNow(-90), 'TESTING');
    await zubin.ok('mutation ($input: StartThreadInput!) { startThread(input: $input) { thread { id } } }', {
      input: { title: 'How is it going?', body: 'Tell us', modelTypes: ['MCP'], about: spokenOf },
    });
    await morning(daysFromNow(0));
    expect(await questionsTo(spokenOf)).toEqual([]);
  });
});

describe('whoever switched the reminder off', () => {
  const set = (isOn: boolean) =>
    anjali.ok('mutation ($input: SetDefaultRuleInput!) { setDefaultRule(input: $input) { isOn } }', {
      input: { rule: 'adaptations.check-ins', isOn },
    });
  afterEach(() => set(true));

  it('is not asked; the others of the team are', async () => {
    await set(false);
    const id = await quiet(daysFromNow(-90));
    await morning(daysFromNow(0));

    expect(await toldOf(id)).toEqual(team.slice(1).map(memberRef));
  });

  it('is sent no mail about it, though it was promised before', async () => {
    await hub.sql('DELETE FROM core.mail');
    await anjali.ok(mailAtOnce);
    const id = await quiet(daysFromNow(-90));
    await morning(daysFromNow(0));
    expect(await toldOf(id)).toContain(memberRef('anjali-thornapple'));
    await set(false);
    while (await hub.hub.mailSender.handleNext());

    expect((await hub.letters('anjali-thornapple@demonstration.invalid')).filter(({ text }) => text)).toEqual([]);
  });
});

it('a link in the mail switches the reminder off, for its reader alone', async () => {
  await hub.sql('DELETE FROM core.mail');
  await anjali.ok(mailAtOnce);
  await quiet(daysFromNow(-90));
  await morning(daysFromNow(0));
  while (await hub.hub.mailSender.handleNext());
  const [letter] = await hub.letters('anjali-thornapple@demonstration.invalid');
  const token = /Switch this reminder off:\n\S*token=(\S+)/.exec(letter!.text)?.[1] ?? '';
  expect(letter!.text).toContain(
    'because you have this reminder on: Adaptations of your site that had no word for 60 days',
  );
  const { mailLink } = await hub.anonymous.ok('query ($token: String!) { mailLink(token: $token) { act what } }', {
    token,
  });
  expect(mailLink).toEqual({ act: 'RULE', what: 'Adaptations of your site that had no word for 60 days' });
  expect((await fetch(`${hub.address}/mail/stop?token=${token}`, { method: 'POST' })).status).toBe(200);

  expect(await hub.sql('SELECT member_ref AS member, rule FROM subscriptions.switched_off')).toEqual([
    { member: memberRef('anjali-thornapple'), rule: 'adaptations.check-ins' },
  ]);
  await hub.sql('DELETE FROM subscriptions.switched_off');
});

describe('an answer', () => {
  it('"still going" is a word that others read, and answers for all; they are asked again after 60 days', async () => {
    const id = await quiet(daysFromNow(-90), 'TESTING');
    const checkIn = await askedOf(id);
    const given = await answer(anjali, id, checkIn, 'GOING');
    await hub.drain();

    expect(given.answerCheckIn.checkIn).toMatchObject({ isOpen: false, answer: 'GOING' });
    const read = await zubin.ok('query ($id: ID!) { adaptation(id: $id) { lastWordAt checkIns { answer } } }', { id });
    expect(read.adaptation.checkIns).toEqual([{ answer: 'GOING' }]);
    expect(Date.now() - Date.parse(read.adaptation.lastWordAt)).toBeLessThan(dayMs);
    const told = await bernard.ok(
      '{ notifications(first: 5) { edges { node { reason readAt opens { id } subject { ... on Adaptation { id } } } } } }',
    );
    expect(told.notifications.edges[0].node).toMatchObject({
      ...{ reason: 'Dr Anjali Thornapple answered “still going” for your team', opens: null, subject: { id } },
      readAt: expect.any(String),
    });
    await morning(daysFromNow(59));
    expect(await questionsTo(id)).toHaveLength(1);
    await morning(daysFromNow(60));
    expect(await questionsTo(id)).toHaveLength(2);
  });

  it('"busy" says nothing to others, and is asked again after 60 days', async () => {
    const id = await quiet(daysFromNow(-90), 'TESTING');
    await answer(bernard, id, await askedOf(id), 'BUSY');

    const read = await zubin.ok('query ($id: ID!) { adaptation(id: $id) { lastWordAt checkIns { id } } }', { id });
    expect(read.adaptation.checkIns).toEqual([]);
    expect(Date.now() - Date.parse(read.adaptation.lastWordAt)).toBeGreaterThan(80 * dayMs);
    await morning(daysFromNow(59));
    expect(await questionsTo(id)).toHaveLength(1);
    await morning(daysFromNow(60));
    expect(await questionsTo(id)).toHaveLength(2);
  });

  it('"stopped" is given by recording the end, with its reason, and by nothing else', async () => {
    const id = await quiet(daysFromNow(-90), 'ADAPTING');
    const checkIn = await askedOf(id);
    const input = { adaptation: id, checkIn, answer: 'STOPPED' };
    expect(await anjali.codeOf(answerDocument, { input })).toBe('BAD_USER_INPUT');
    await moved(anjali, id, 'STOPPED');

    expect(await questionsTo(id)).toEqual([{ id: checkIn, answer: 'STOPPED' }]);
  });

  it('is given once: a second one, or one after another word, changes nothing', async () => {
    const [answered, spoken] = [await quiet(daysFromNow(-90)), await quiet(daysFromNow(-80))];
    const checkIn = await askedOf(answered);
    await answer(anjali, answered, checkIn, 'BUSY');
    const again = await answer(bernard, answered, checkIn, 'GOING');
    expect(again.answerCheckIn.checkIn).toMatchObject({
      ...{ answer: 'BUSY', answeredBy: { displayName: 'Dr Anjali Thornapple' } },
    });

    await morning(daysFromNow(1));
    const [open] = await questionsTo(spoken);
    await silence(spoken, daysFromNow(2));
    const late = await answer(anjali, spoken, open!.id, 'GOING');
    expect(late.answerCheckIn.checkIn).toMatchObject({ isOpen: false, answer: null });
  });

  it('is for those who write for the site, about their own question alone (Z5)', async () => {
    const [id, another] = [await quiet(daysFromNow(-90), 'TESTING'), await quiet(daysFromNow(-91), 'TESTING')];
    const checkIn = await askedOf(another);
    const readNode = 'query ($id: ID!) { node(id: $id) { id } }';

    expect(await callum.codeOf(answerDocument, { input: { adaptation: another, checkIn, answer: 'GOING' } })).toBe(
      'FORBIDDEN',
    );
    expect(await anjali.codeOf(answerDocument, { input: { adaptation: id, checkIn, answer: 'GOING' } })).toBe(
      'NOT_FOUND',
    );
    expect((await callum.ok(readNode, { id: checkIn })).node).toBeNull();
    expect((await bernard.ok(readNode, { id: checkIn })).node).toEqual({ id: checkIn });
    expect((await questionsTo(another))[0]?.answer).toBeNull();
  });
});

describe('a link in a mail', () => {
  const tokenFor = (checkIn: string, given: CheckInAnswer, slug = 'anjali-thornapple', at = new Date()) => {
    const link = { answer: given, member: memberRef(slug), id: checkIn.split(':')[1]! };
    return new URL(hub.hub.app.get(CheckInLinks).addressOf(link, at)).searchParams.get('token')!;
  };
  const post = async (token: string) => {
    const answered = await fetch(`${hub.address}/check-ins/answer?token=${encodeURIComponent(token)}`, {
      method: 'POST',
    });
    return answered.status;
  };
  const tell = async (token: string) => {
    const asking =
      'query ($token: String!) { checkInLink(token: $token) { state answer member title answered answeredBy } }';
    return (await hub.anonymous.ok(asking, { token })).checkInLink;
  };
  const nobody = { state: 'UNKNOWN', answer: null, member: null, title: null, answered: null, answeredBy: null };

  const send = async () => {
    while (await hub.hub.mailSender.handleNext());
    return hub.letters('anjali-thornapple@demonstration.invalid');
  };

  it('comes with each answer, in text and in HTML, to who wants mail at once', async () => {
    await hub.sql('DELETE FROM core.mail');
    await anjali.ok(mailAtOnce);
    const id = await quiet(daysFromNow(-90));
    await askedOf(id);
    const [letter] = await send();

    const tokens = ['Still going', 'Stopped', 'Busy, ask us again later'].map((words) => {
      expect(letter!.html).toMatch(new RegExp(`href="[^"]*/check-ins/answer\\?token=[^"]*"[^>]*>${words}</a>`));
      return new RegExp(`${words}:\\n\\S*/check-ins/answer\\?token=(\\S+)`).exec(letter!.text)?.[1] ?? '';
    });
    const told = await Promise.all(tokens.map(tell));
    expect(told.map(({ state, answer: given, member }) => `${state} ${given} ${member}`)).toEqual(
      ['GOING', 'STOPPED', 'BUSY'].map((given) => `OPEN ${given} Dr Anjali Thornapple`),
    );
  });

  it('is in no mail that is sent after somebody answered', async () => {
    await hub.sql('DELETE FROM core.mail');
    await anjali.ok(mailAtOnce);
    const id = await quiet(daysFromNow(-90));
    await answer(bernard, id, await askedOf(id), 'BUSY');

    expect((await send()).filter(({ text }) => text)).toEqual([]);
  });

  it('says what it does and for whom, and does it when it is posted; once, and for all', async () => {
    const id = await quiet(daysFromNow(-90));
    const checkIn = await askedOf(id);
    const token = tokenFor(checkIn, 'GOING');
    expect(await tell(token)).toMatchObject({ state: 'OPEN', answer: 'GOING', answered: null });
    expect((await questionsTo(id))[0]?.answer).toBeNull();

    expect([await post(token), await post(token)]).toEqual([200, 200]);
    expect(await post(tokenFor(checkIn, 'BUSY', 'bernard-oakapple'))).toBe(200);
    expect(await tell(tokenFor(checkIn, 'BUSY', 'bernard-oakapple'))).toMatchObject({
      ...{ state: 'ANSWERED', answered: 'GOING', answeredBy: 'Dr Anjali Thornapple' },
    });
    const audited = await hub.sql(
      `SELECT actor_ref AS actor, facts FROM core.audit_entry WHERE action = 'adaptation.answered-by-link' AND subject_ref = $1`,
      [id],
    );
    expect(audited).toEqual([{ actor: memberRef('anjali-thornapple'), facts: { answer: 'GOING' } }]);
  });

  it('does nothing for "stopped": why is asked of whoever signs in', async () => {
    const id = await quiet(daysFromNow(-90));
    expect(await post(tokenFor(await askedOf(id), 'STOPPED'))).toBe(200);
    expect((await questionsTo(id))[0]?.answer).toBeNull();
  });

  it('does nothing once it is old, was changed, was made for something else, or for who does not write there', async () => {
    const id = await quiet(daysFromNow(-90));
    const checkIn = await askedOf(id);
    const [good, old] = [tokenFor(checkIn, 'GOING'), tokenFor(checkIn, 'GOING', 'anjali-thornapple', daysFromNow(-92))];
    const words = Buffer.from(JSON.stringify(['GOING', memberRef('anjali-thornapple'), checkIn.split(':')[1]]));
    const otherPurpose = hub.hub.app.get(SignedWords).sign('mail links', words, daysFromNow(9)).toString('base64url');
    const stranger = tokenFor(checkIn, 'GOING', 'callum-pennyroyal');
    const forged = [`${good.slice(0, 9)}${good[9] === 'A' ? 'B' : 'A'}${good.slice(10)}`, otherPurpose, stranger, 'x'];

    expect(await post(old)).toBe(410);
    expect((await tell(old)).state).toBe('EXPIRED');
    for (const token of forged) {
      expect(await post(token)).toBe(404);
      expect(await tell(token)).toEqual(nobody);
    }
    expect((await questionsTo(id))[0]?.answer).toBeNull();
  });

  it('does nothing, and tells nothing, for who lost the right to write there or is suspended (Z7)', async () => {
    const id = await quiet(daysFromNow(-90));
    const checkIn = await askedOf(id);
    const [left, suspended] = [memberRef('petra-quillfeather'), memberRef('leonie-fernmoss')];
    await hub.sql(`UPDATE core.account SET keys = array_remove(keys, 'edits:' || $2) WHERE ref = $1`, [
      left,
      siteRef('northvale'),
    ]);
    await hub.sql('UPDATE core.account SET suspended_at = now() WHERE ref = $1', [suspended]);

    for (const slug of ['petra-quillfeather', 'leonie-fernmoss']) {
      expect(await tell(tokenFor(checkIn, 'GOING', slug))).toEqual(nobody);
      expect(await post(tokenFor(checkIn, 'GOING', slug))).toBe(404);
    }
    expect((await questionsTo(id))[0]?.answer).toBeNull();
    await hub.sql(`UPDATE core.account SET keys = keys || ('edits:' || $2) WHERE ref = $1`, [
      left,
      siteRef('northvale'),
    ]);
    await hub.sql('UPDATE core.account SET suspended_at = NULL WHERE ref = $1', [suspended]);
  });
});
