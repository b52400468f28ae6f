/** How much one person, one site and one thing may keep. Counted under a lock, so that two at once do not both fit. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import { badInput, hubSettings, PluginList, type Settings } from '@hub/core/server';
import type { EntityManager } from 'typeorm';
import { attachableRows } from './attachable-rows';
import { placedSql } from './attachment.read';

const megabyte = 1024 * 1024;
export const mostOfOneSubject = 50;

export interface NewBytes {
  readonly person: EntityRef;
  readonly subject: EntityRef;
  readonly size: number;
}

@Injectable()
export class Quota {
  constructor(
    @Inject(hubSettings) private readonly settings: Pick<Settings, 'files'>,
    @Inject(PluginList) private readonly plugins: PluginList,
  ) {}

  /** Holds the counts until the transaction ends. Throws BAD_USER_INPUT with what to do when there is no room. */
  async require(tx: EntityManager, { person, subject, size }: NewBytes): Promise<void> {
    const { megabytesOfPerson, megabytesOfSite } = this.settings.files;
    await tx.query(
      `SELECT pg_advisory_xact_lock(hashtextextended('files of ' || key, 0))
      FROM (SELECT $1::text AS key UNION SELECT coalesce(owner_ref, ref) FROM core.entity WHERE ref = $2 ORDER BY key) held`,
      [person, subject],
    );
    const [used] = await tx.query<{ person: string; site: string; subject: number }[]>(
      usedSql(placedSql(attachableRows(this.plugins.all))),
      [person, subject],
    );
    if (!used) return;
    if (used.subject >= mostOfOneSubject)
      throw badInput('file', `There are ${mostOfOneSubject} files here already. Take one away first`);
    if (Number(used.person) + size > megabytesOfPerson * megabyte)
      throw badInput('file', `You have added ${megabytesOfPerson} MB of files. Take some away first`);
    if (Number(used.site) + size > megabytesOfSite * megabyte)
      throw badInput('file', `Your site has ${megabytesOfSite} MB of files. Take some away first`);
  }
}

/** What belongs to a row, such as a post, counts for its sender alone. Stored bytes count once, however many versions keep them; what was taken away counts no more. */
const usedSql = (attachments: string) => `
  WITH held AS (
    SELECT DISTINCT ON (a.storage_key) a.size, a.owner_ref AS person, coalesce(e.owner_ref, e.ref) AS owner
    FROM ${attachments} a LEFT JOIN core.entity e ON e.ref = a.subject_ref
    WHERE (a.removed_at IS NULL OR a.kept)
      AND (a.owner_ref = $1 OR coalesce(e.owner_ref, e.ref) = (SELECT coalesce(o.owner_ref, o.ref) FROM core.entity o WHERE o.ref = $2))
  )
  SELECT coalesce(sum(size) FILTER (WHERE person = $1), 0) AS person,
    coalesce(sum(size) FILTER (WHERE owner = (SELECT coalesce(o.owner_ref, o.ref) FROM core.entity o WHERE o.ref = $2)), 0) AS site,
    (SELECT count(*)::int FROM files.attachment WHERE subject_ref = $2 AND removed_at IS NULL) AS subject
  FROM held`;
