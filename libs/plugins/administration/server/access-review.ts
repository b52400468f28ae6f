/** The access review: who may do what, as a table to go through each quarter. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import { type Action, Audit, csvOf } from '@hub/core/server';
import { SignInFacts } from '@hub/plugins/identity/contract';
import { Members, siteRoleFacts, type Membership } from '@hub/plugins/sites/contract';
import type { Export } from './audit-export';
import { reasonIn } from './reasons';

interface Row {
  readonly ref: EntityRef;
  readonly title: string;
  readonly keys: readonly string[];
  readonly joined: Date;
  readonly suspended: Date | null;
  readonly seen: Date | null;
  readonly tokens: number;
}

const headings = [
  'Member',
  'Reference',
  'E-mail',
  'Network roles',
  'Sites and roles',
  'Second step',
  'Last seen (UTC)',
  'API tokens',
  'Suspended since (UTC)',
  'Joined (UTC)',
];

@Injectable()
export class AccessReview {
  constructor(
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Members) private readonly members: Members,
    @Inject(SignInFacts) private readonly signIn: SignInFacts,
  ) {}

  /** Every account, by name. That it was taken out of the hub is audited. */
  async export({ tx, actor, at }: Action, input: { reason: string }): Promise<Export> {
    const reason = reasonIn(input);
    const accounts = await tx.query<Row[]>(
      `SELECT a.ref, e.title, a.keys, e.created_at AS joined, a.suspended_at AS suspended,
         (SELECT max(s.last_seen_at) FROM core.session s WHERE s.member_ref = a.ref) AS seen,
         (SELECT count(*)::int FROM core.api_token t WHERE t.member_ref = a.ref AND t.revoked_at IS NULL AND t.expires_at > now()) AS tokens
       FROM core.account a JOIN core.entity e ON e.ref = a.ref ORDER BY lower(e.title), a.ref`,
    );
    const facts = await this.signIn.of(
      tx,
      accounts.map(({ ref }) => ref),
    );
    const factsOf = new Map(facts.map((each) => [each.member, each]));
    const placesOf = byMember(await this.members.memberships(tx));
    const table = accounts.map((account) => [
      account.title,
      account.ref,
      factsOf.get(account.ref)?.email,
      account.keys.flatMap((key) => (key.startsWith('role:') ? [key.slice('role:'.length)] : [])),
      (placesOf.get(account.ref) ?? []).map(({ siteName, role }) => `${siteName}: ${siteRoleFacts[role].name}`),
      factsOf.get(account.ref)?.hasSecondFactor ? 'on' : 'off',
      account.seen,
      account.tokens,
      account.suspended,
      account.joined,
    ]);
    await this.audit.add(tx, {
      ...{ action: 'access-review.exported', actor: actor.ref },
      facts: { reason, rows: table.length },
    });
    const fileName = `access-review-${at.toISOString().slice(0, 10)}.csv`;
    return { fileName, content: csvOf(headings, table), rows: table.length };
  }
}

function byMember(memberships: readonly Membership[]): ReadonlyMap<EntityRef, Membership[]> {
  const found = new Map<EntityRef, Membership[]>();
  for (const membership of memberships)
    found.set(membership.member, [...(found.get(membership.member) ?? []), membership]);
  return found;
}
