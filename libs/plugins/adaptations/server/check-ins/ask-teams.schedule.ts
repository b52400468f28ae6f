/** Each morning: teams of adaptations that went quiet are asked whether they still go on. Nobody is asked more than one thing a day. */
import { Inject, Injectable } from '@nestjs/common';
import { keyOfSiteEditors, type EntityRef } from '@hub/core/contract';
import type { DueWork, Schedule, ScheduledWork } from '@hub/core/server';
import { CheckInsService } from './check-ins.service';
import { isAtWork, isQuietSql, lastWordOfTeamSql } from './silence.sql';

interface QuietAdaptation {
  readonly ref: EntityRef;
  readonly quietSince: Date;
  /** Those who edit for its site. */
  readonly team: readonly EntityRef[];
}

@Injectable()
export class AskTeams implements ScheduledWork {
  constructor(@Inject(CheckInsService) private readonly checkIns: CheckInsService) {}

  /**
   * The longest silence first. What a team could not be asked today, because one of them is asked something else, waits for another morning.
   */
  async run({ at, tx }: DueWork): Promise<void> {
    const quiet = await tx.query<QuietAdaptation[]>(quietAdaptations, [at, keyOfSiteEditors('')]);
    const askedToday = new Set<EntityRef>();
    for (const { ref, quietSince, team } of quiet) {
      if (team.length === 0 || team.some((member) => askedToday.has(member))) continue;
      await this.checkIns.ask({ tx, at }, ref, quietSince);
      for (const member of team) askedToday.add(member);
    }
  }
}

export const askTeamsSchedule: Schedule = {
  name: 'adaptations.check-ins',
  when: { at: '07:15' },
  onItsDayAlone: true,
  work: AskTeams,
};

/** An answer begins the time anew; a question that nobody answered is not repeated about the same silence. */
const quietAdaptations = `
  SELECT a.ref, quiet.since AS "quietSince", ARRAY(SELECT account.ref FROM core.account account
    WHERE ($2 || a.site_ref) = ANY(account.keys) AND account.suspended_at IS NULL ORDER BY account.ref) AS team
  FROM adaptations.adaptation a JOIN core.entity e ON e.ref = a.ref
    CROSS JOIN LATERAL (SELECT greatest(${lastWordOfTeamSql('a', 'e')},
      (SELECT max(c.answered_at) FROM adaptations.check_in c WHERE c.adaptation_ref = a.ref)) AS since) quiet
  WHERE ${isAtWork('a.stage')} AND ${isQuietSql('e.updated_at', '$1::timestamptz')} AND ${isQuietSql('quiet.since', '$1::timestamptz')}
    AND NOT EXISTS (SELECT 1 FROM adaptations.check_in c WHERE c.adaptation_ref = a.ref AND c.asked_at >= quiet.since)
  ORDER BY quiet.since, a.ref`;
