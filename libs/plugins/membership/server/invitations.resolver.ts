/** Invitations: their mutations, and what a link is for before it is used. */
import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@hub/core/contract';
import { addressGroup, Attempts, Database, InAction, type Action, type AttemptLimit } from '@hub/core/server';
import { maskedEmail } from './invitation.rules';
import { InvitationsService, type InviteToSite } from './invitations.service';
import { Letters } from './letters.service';

/** Links that open nothing, by whoever tries them. */
const missesAnHour: AttemptLimit = { what: 'invitation looked at', most: 20, withinSeconds: 3600 };

interface Asking {
  viewer(): Promise<Viewer>;
  readonly address: string;
}

@Resolver()
export class InvitationsResolver {
  constructor(
    @Inject(InvitationsService) private readonly invitations: InvitationsService,
    @Inject(Letters) private readonly letters: Letters,
    @Inject(Attempts) private readonly attempts: Attempts,
    @Inject(Database) private readonly database: Database,
  ) {}

  @Query()
  async openedInvitation(@Args('token') token: string, @Context() asking: Asking) {
    const { manager } = this.database.source;
    const viewer = await asking.viewer();
    const invitation = await this.invitations.openWith(manager, token, viewer.ref);
    if (!invitation) {
      await this.attempts.count(missesAnHour, viewer.ref ?? addressGroup(asking.address));
      return null;
    }
    return {
      siteName: await this.letters.titleOf(manager, invitation.siteRef),
      role: invitation.role,
      invitedByName: await this.letters.titleOf(manager, invitation.invitedBy),
      sentTo: maskedEmail(invitation.email),
      expiresAt: invitation.expiresAt,
    };
  }

  @Mutation()
  async inviteToSite(@Args('input') input: InviteToSite, @InAction() action: Action) {
    return { invitation: await this.invitations.invite(action, input) };
  }

  @Mutation()
  async resendInvitation(@Args('input') input: { invitation: string }, @InAction() action: Action) {
    return { invitation: await this.invitations.resend(action, input.invitation) };
  }

  @Mutation()
  async revokeInvitation(@Args('input') input: { invitation: string }, @InAction() action: Action) {
    return { invitation: await this.invitations.revoke(action, input.invitation) };
  }

  @Mutation()
  acceptInvitation(@Args('input') input: { token: string }, @InAction() action: Action) {
    return this.invitations.accept(action, input.token);
  }
}
