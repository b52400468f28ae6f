/** What a member does to their own API tokens. */
import { Inject, Injectable } from '@nestjs/common';
import { rowIdOf, type ApiScope } from '@hub/core/contract';
import { ApiTokens, Audit, badInput, NotFound, type Action } from '@hub/core/server';

export interface TokenWish {
  readonly name: string;
  readonly scopes: readonly Uppercase<ApiScope>[];
  readonly days: number;
}

const dayMs = 24 * 60 * 60_000;
const mostTokens = 20;

@Injectable()
export class OwnTokens {
  constructor(
    @Inject(ApiTokens) private readonly tokens: ApiTokens,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  /** Makes a token. Its secret is given here and kept nowhere. */
  async make({ tx, actor, at }: Action, wish: TokenWish): Promise<{ id: string; secret: string }> {
    const scopes = [...new Set(wish.scopes.map((scope) => scope.toLowerCase() as ApiScope))];
    if (scopes.length === 0) throw badInput('input.scopes', 'Say whether the token may read, or also write');
    if (wish.days < 1 || wish.days > 365) throw badInput('input.days', 'Enter a number of days from 1 to 365');
    await requireRoom({ tx, actor, at });
    const expiresAt = new Date(at.getTime() + wish.days * dayMs);
    const made = await this.tokens.make(tx, actor.ref, { name: wish.name.trim(), scopes, expiresAt });
    const facts = { token: made.id, scopes, days: wish.days };
    await this.audit.add(tx, { action: 'api-token.made', actor: actor.ref, subject: actor.ref, facts });
    return { id: `api-token:${made.id}`, secret: made.secret };
  }

  /** Takes a token back at once. Throws NOT_FOUND for one that is not theirs, or was taken back before. */
  async revoke({ tx, actor }: Action, id: string): Promise<void> {
    const token = rowIdOf('api-token', id);
    if (!token || !(await this.tokens.revoke(tx, actor.ref, token))) throw new NotFound();
    await this.audit.add(tx, { action: 'api-token.revoked', actor: actor.ref, subject: actor.ref, facts: { token } });
  }
}

async function requireRoom({ tx, actor }: Action): Promise<void> {
  const [row] = await tx.query<{ count: number }[]>(
    'SELECT count(*)::int AS count FROM core.api_token WHERE member_ref = $1 AND revoked_at IS NULL AND expires_at > now()',
    [actor.ref],
  );
  if ((row?.count ?? 0) >= mostTokens)
    throw badInput('input.name', `You have ${mostTokens} tokens, which is the most. Take one back first`);
}
