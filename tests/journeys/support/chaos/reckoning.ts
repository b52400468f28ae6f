/** What is there after a chaos run, counted without the hub's own counting. */
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { keptFiles } from '@hub/plugins/files/server';
import { author, eventually, type ChaosWorld } from './world';
import type { People, Sent } from './people';

/**
 * Until nothing waits any more: no consequence, no mail. What was to be tried again later is tried now. However much there is, it waits for as
 * long as more and more is done, and gives how much there was.
 */
export async function settled(world: ChaosWorld): Promise<number> {
  let work = await eventually('The database did not answer', () => workIn(world));
  const { waiting } = work;
  while (work.waiting > 0) {
    const { done } = work;
    work = await eventually('Work was left over', async () => {
      const now = await workIn(world);
      return now.done > done || now.waiting === 0 ? now : null;
    });
    await pause(250);
  }
  return waiting;
}

async function workIn(world: ChaosWorld): Promise<{ readonly waiting: number; readonly done: number }> {
  await world.sql('UPDATE core.delivery SET next_at = now() WHERE done_at IS NULL AND next_at > now()');
  await world.sql(
    'UPDATE core.mail SET next_at = now() WHERE sent_at IS NULL AND failed_at IS NULL AND next_at > now()',
  );
  const [row] = await world.sql<{ waiting: number; done: number }>(
    `SELECT count(*) FILTER (WHERE at IS NULL)::int AS waiting, count(at)::int AS done
     FROM (SELECT done_at AS at FROM core.delivery UNION ALL SELECT coalesce(sent_at, failed_at) FROM core.mail) work`,
  );
  return row!;
}

/** Which of the files that were taken are not there, or are others. */
export async function lostFiles(world: ChaosWorld, sent: readonly Sent[]): Promise<string[]> {
  const settings = { s3: null, scanner: null, megabytesOfPerson: 1, megabytesOfSite: 1 };
  const { read } = keptFiles({ ...settings, folder: world.disk.folder });
  const lost: string[] = [];
  for (const { attachment, text: expected } of sent) {
    const [row] = await world.sql<{ key: string }>('SELECT storage_key AS key FROM files.attachment WHERE id = $1', [
      attachment.replace(/^.*:/, ''),
    ]);
    if (!row || (await text(await read(row.key))) !== expected) lost.push(attachment);
  }
  return lost;
}

/** Rows that hang in the air where no foreign key holds them, and counts beside rows that are not of so many. */
export async function orphans(world: ChaosWorld): Promise<Record<string, unknown>[]> {
  return world.sql(`
    SELECT 'notification without its event' AS what, id::text FROM subscriptions.notification n
      WHERE NOT EXISTS (SELECT FROM core.domain_event e WHERE e.id = n.event_id)
    UNION ALL SELECT 'notification without its mail', id::text FROM subscriptions.notification n
      WHERE letter_id IS NOT NULL AND NOT EXISTS (SELECT FROM core.mail m WHERE m.id = n.letter_id)
    UNION ALL SELECT 'mail of nothing', l.id::text FROM core.mail l
      WHERE writer IS NOT NULL AND NOT EXISTS (SELECT FROM subscriptions.notification n WHERE n.letter_id = l.id)
    UNION ALL SELECT 'event that nobody was to hear', e.id::text FROM core.domain_event e
      WHERE name = 'post.added' AND NOT loaded AND NOT EXISTS (SELECT FROM core.delivery d WHERE d.event_id = e.id)
    UNION ALL SELECT 'post that was not told', p.id::text FROM threads.post p
      WHERE p.body LIKE 'Chaos %' AND NOT EXISTS (SELECT FROM core.domain_event e WHERE e.facts ->> 'post' = 'post:' || p.id)
    UNION ALL SELECT 'file without its key', a.id::text FROM files.attachment a
      WHERE NOT EXISTS (SELECT FROM files.stored s WHERE s.key = a.storage_key)
    UNION ALL SELECT 'work that was set aside', event_id::text FROM core.delivery WHERE parked_at IS NOT NULL
    UNION ALL SELECT 'count of replies', a.thread_ref FROM threads.activity a
      WHERE a.reply_count <> (SELECT count(*) - 1 FROM threads.post p WHERE p.thread_ref = a.thread_ref AND removed_at IS NULL)
        AND a.thread_ref = '${world.thread}'`);
}

/** What a reader is told is unread, by each instance, and what it is by the rows. */
export async function unreadOf(
  world: ChaosWorld,
  people: People,
  who: string,
): Promise<{ told: object; counted: object }> {
  const member = `member:network/${who}`;
  const { viewer, thread } = await people
    .at(who)
    .ok('query ($id: ID!) { viewer { unreadNotificationCount } thread(id: $id) { unreadCount } }', {
      id: world.thread,
    });
  const posts = await world.sql<{ author: string; position: number }>(
    'SELECT author_ref AS author, position FROM threads.post WHERE thread_ref = $1',
    [world.thread],
  );
  const [mark] = await world.sql<{ position: number }>(
    'SELECT last_position AS position FROM threads.read_mark WHERE member_ref = $1 AND thread_ref = $2',
    [member, world.thread],
  );
  const notifications = await world.sql<{ read: Date | null }>(
    'SELECT read_at AS read FROM subscriptions.notification WHERE member_ref = $1',
    [member],
  );
  const unread = posts.filter(({ author: by, position }) => by !== member && position > (mark?.position ?? 0));
  return {
    told: { notifications: viewer.unreadNotificationCount, posts: thread.unreadCount },
    counted: { notifications: notifications.filter(({ read }) => read === null).length, posts: unread.length },
  };
}

/** Which of many requests at once, more than an instance has connections, were not answered well by each. */
export async function unanswered(people: People): Promise<string[]> {
  const asked = Array.from({ length: 60 }, () => people.at(author).codeOf('{ viewer { id } }').catch(String));
  return (await Promise.all(asked)).filter((code) => code !== null).map(String);
}
