/** Loads what was reported in the demonstration network: the posts, who reported them, and what moderators made of them. All invented. */
import { Inject, Injectable } from '@nestjs/common';
import { rowIdOf, type EntityRef } from '@hub/core/contract';
import { actionOf, type DemonstrationSeed } from '@hub/core/server';
import { demonstrationModeration, type DemonstrationReported } from '@hub/demonstration';
import { casePrefix, ownCasePrefix, type CaseDecision, type ReportReason } from '@hub/plugins/moderation/contract';
import { memberRef, Members } from '@hub/plugins/sites/contract';
import { threadKind, threadRef, Threads } from '@hub/plugins/threads/contract';
import type { EntityManager } from 'typeorm';
import { AppealsService } from './appeals.service';
import { CasesService } from './cases.service';
import { CaseRecord } from './moderation.records';
import { NamesService } from './names.service';
import { ReportsService } from './reports.service';
import { Subjects } from './subjects';

/** Who gives the role of a moderator. */
const networkManager = memberRef('marisol-greywether');

@Injectable()
export class ModerationSeed implements DemonstrationSeed {
  constructor(
    @Inject(Members) private readonly members: Members,
    @Inject(Threads) private readonly threads: Threads,
    @Inject(Subjects) private readonly subjects: Subjects,
    @Inject(ReportsService) private readonly reports: ReportsService,
    @Inject(CasesService) private readonly cases: CasesService,
    @Inject(NamesService) private readonly names: NamesService,
    @Inject(AppealsService) private readonly appeals: AppealsService,
  ) {}

  async load(tx: EntityManager): Promise<void> {
    const { moderators, since, posts } = demonstrationModeration;
    const giving = await actionOf(tx, networkManager, new Date(since));
    for (const member of moderators) await this.members.setNetworkRoles(giving, memberRef(member), ['moderator']);
    for (const post of posts) await this.tell(tx, post);
  }

  private async tell(tx: EntityManager, reported: DemonstrationReported): Promise<void> {
    const thread = await threadOf(tx, reported);
    if (!thread) return;
    const { by, at, body, anonymous, reports } = reported;
    const post = await this.threads.reply(await as(tx, by, at), { thread, body, anonymous });
    const subject = this.subjects.named(post);
    for (const { by: reader, at: when, reason, words } of reports)
      await this.reports.make(await as(tx, reader, when), subject, {
        ...{ subject: post, reason: reason as ReportReason, words },
      });
    const { id } = await tx.findOneByOrFail(CaseRecord, { subjectKey: subject.key });
    await this.goOn(tx, `${casePrefix}:${id}`, reported);
  }

  private async goOn(tx: EntityManager, id: string, { by, opened, name, decided, ...later }: DemonstrationReported) {
    if (!opened) return;
    await this.cases.open(await as(tx, opened.by, opened.at), id);
    if (name) await this.names.open(await as(tx, opened.by, name.at), { case: id, reason: name.reason });
    if (!decided) return;
    const { at, reason, cuts } = decided;
    const decision = decided.decision as CaseDecision;
    await this.cases.decide(await as(tx, opened.by, at), { case: id, decision, reason, cuts, expectedRevision: 1 });
    const { appeal, answered } = later;
    if (!appeal) return;
    const own = `${ownCasePrefix}:${rowIdOf(casePrefix, id)}`;
    await this.appeals.make(await as(tx, by, appeal.at), { case: own, words: appeal.words });
    if (!answered) return;
    const { upheld, answer } = answered;
    await this.appeals.decide(await as(tx, answered.by, answered.at), { case: id, upheld, answer });
  }
}

const as = (tx: EntityManager, member: string, at: string) => actionOf(tx, memberRef(member), new Date(at));

/** Null for one of a community where the hub has no communities. */
async function threadOf(tx: EntityManager, { thread, threadTitled }: DemonstrationReported): Promise<EntityRef | null> {
  if (thread) return threadRef(thread);
  const rows: { ref: EntityRef }[] = await tx.query('SELECT ref FROM core.entity WHERE kind = $1 AND title = $2', [
    threadKind,
    threadTitled,
  ]);
  return rows[0]?.ref ?? null;
}
