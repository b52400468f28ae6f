/** What the links in mails do, without signing in: they stop mail or mute. Harmless to repeat, and nothing else can be done by them. */
import { Inject, Injectable } from '@nestjs/common';
import { Database, PluginList, visibleSql, type DefaultRule } from '@hub/core/server';
import { mailedAtFirst, newsTopics } from '@hub/plugins/subscriptions/contract';
import type { EntityManager } from 'typeorm';
import { defaultRules, stands } from '../rules.sql';
import { MailLinks, type LinkAct, type MailLink } from './mail-links';

export interface ToldLink {
  readonly act: LinkAct | null;
  readonly what: string | null;
  readonly isExpired: boolean;
}

@Injectable()
export class StopMail {
  /** What is followed by default becomes a rule of one's own, as it was, without mail. */
  private readonly followedByDefault: readonly string[];

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(MailLinks) private readonly links: MailLinks,
    @Inject(PluginList) private readonly plugins: PluginList,
  ) {
    this.followedByDefault = defaultRules(plugins.all).flatMap((rule) =>
      rule.follows ? followWithoutMail(rule.name, rule.follows) : [],
    );
  }

  /** What a link would do. Changes nothing. */
  async tell(token: string): Promise<ToldLink> {
    const link = this.links.open(token, new Date());
    if (!link) return { act: null, what: null, isExpired: false };
    const { act, isExpired } = link;
    return { act, isExpired, what: act === 'RULE' ? this.labelOf(link) : await this.titleOf(link) };
  }

  /** Does it, for a link that is good. Says nothing of whether anything was left to be done. */
  async act(token: string): Promise<'done' | 'expired' | 'unknown'> {
    const link = this.links.open(token, new Date());
    if (!link) return 'unknown';
    if (link.isExpired) return 'expired';
    await this.database.transaction(async (tx) => {
      for (const { statement, values } of statementsOf(link, this.followedByDefault))
        await tx.query(statement, [...values]);
    });
    return 'done';
  }

  /** As the settings call it; null for a rule of a plugin that the hub has no more. */
  private labelOf({ target }: MailLink): string | null {
    return defaultRules(this.plugins.all).find(({ name }) => name === target)?.label ?? null;
  }

  private async titleOf({ member, target }: MailLink): Promise<string | null> {
    const tx: EntityManager = this.database.source.manager;
    const [row] = await tx.query<{ title: string }[]>(
      `SELECT CASE target.kind WHEN 'care-model' THEN upper(split_part(target.ref, '/', 2)) ELSE target.title END AS title
       FROM core.entity target JOIN core.account a ON a.ref = $1 AND a.suspended_at IS NULL
       WHERE target.ref = $2 AND ${visibleSql('target', 'a.keys')}`,
      [member, target],
    );
    return row?.title ?? null;
  }
}

interface Statement {
  readonly statement: string;
  readonly values: readonly unknown[];
}

/** Nothing is made for an account that is suspended or gone. */
function statementsOf({ act, member, target }: MailLink, followedByDefault: readonly string[]): Statement[] {
  switch (act) {
    case 'FOLLOW':
      return [
        {
          statement: `UPDATE subscriptions.follow SET mailed = 'NEVER' WHERE member_ref = $1 AND target_ref = $2`,
          values: [member, target],
        },
        ...followedByDefault.map((statement) => ({ statement, values: [member, target] })),
      ];
    case 'MUTE':
      return [{ statement: mute, values: [member, target] }];
    case 'RULE':
      return [{ statement: switchOff, values: [member, target] }];
    case 'FOR_YOU':
      return [{ statement: set(`for_you = 'NEVER'`), values: [member, mailedAtFirst.mailed, 'NEVER', ...atFirst] }];
    case 'DIGEST':
      return [
        {
          statement: set(`mailed = 'NEVER', for_you = CASE WHEN chosen.for_you = 'AT_ONCE' THEN chosen.for_you END`),
          values: [member, 'NEVER', null, ...atFirst],
        },
        {
          statement: `UPDATE subscriptions.follow SET mailed = NULL WHERE member_ref = $1 AND mailed IN ('DAILY', 'WEEKLY')`,
          values: [member],
        },
      ];
  }
}

const atFirst = [mailedAtFirst.day, mailedAtFirst.mostADay];

const set = (change: string) => `
  INSERT INTO subscriptions.mail_setting AS chosen (member_ref, mailed, for_you, day, most_a_day)
  SELECT ref, $2, $3, $4, $5::int FROM core.account WHERE ref = $1 AND suspended_at IS NULL
  ON CONFLICT (member_ref) DO UPDATE SET ${change}`;

const switchOff = `
  INSERT INTO subscriptions.switched_off (member_ref, rule, at)
  SELECT ref, $2, now() FROM core.account WHERE ref = $1 AND suspended_at IS NULL ON CONFLICT DO NOTHING`;

const mute = `
  INSERT INTO subscriptions.follow (member_ref, target_ref, level, since)
  SELECT a.ref, target.ref, 'MUTED', now() FROM core.account a, core.entity target
  WHERE a.ref = $1 AND a.suspended_at IS NULL AND target.ref = $2
  ON CONFLICT (member_ref, target_ref) DO UPDATE SET level = 'MUTED'`;

function followWithoutMail(rule: string, { view, topics }: NonNullable<DefaultRule['follows']>): string {
  const left = newsTopics.filter((topic) => topics && !topics.includes(topic));
  return `
  INSERT INTO subscriptions.follow (member_ref, target_ref, level, leave_out, mailed, since)
  SELECT d.member_ref, d.target_ref, 'WATCHING', '{${left.join(',')}}', 'NEVER', now() FROM ${view} d
    JOIN core.account a ON a.ref = d.member_ref AND a.suspended_at IS NULL
  WHERE d.member_ref = $1 AND d.target_ref = $2 AND ${stands('d', rule)}
  ON CONFLICT DO NOTHING`;
}
