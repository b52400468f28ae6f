/** The mutations on one's own account. All of them need a session: an API token acts in the hub, not on who it acts for. */
import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Forbidden, InAction, type Action } from '@hub/core/server';
import { EmailChanges } from './email-change.service';
import { OwnSecondFactor } from '../second-factor/own-second-factor.service';
import { OwnSessions } from '../sessions/own-sessions.service';
import { OwnTokens, type TokenWish } from '../tokens/own-tokens.service';
import { PersonalDataService } from './personal-data.service';

interface CodeInput {
  readonly code: string;
}

@Resolver()
export class AccountResolver {
  constructor(
    @Inject(OwnSessions) private readonly sessions: OwnSessions,
    @Inject(OwnSecondFactor) private readonly secondFactor: OwnSecondFactor,
    @Inject(EmailChanges) private readonly emails: EmailChanges,
    @Inject(OwnTokens) private readonly tokens: OwnTokens,
    @Inject(PersonalDataService) private readonly personal: PersonalDataService,
  ) {}

  @Mutation()
  async endSession(@Args('input') input: { session: string }, @InAction() action: Action) {
    return { ended: await this.sessions.endOne(inSession(action), input.session) };
  }

  @Mutation()
  async endOtherSessions(@InAction() action: Action) {
    return { ended: await this.sessions.endOthers(inSession(action)) };
  }

  @Mutation()
  async startSecondFactor(@InAction() action: Action) {
    return { ...(await this.secondFactor.start(inSession(action))) };
  }

  @Mutation()
  async confirmSecondFactor(@Args('input') input: CodeInput, @InAction() action: Action) {
    return { recoveryCodes: await this.secondFactor.confirm(inSession(action), input.code) };
  }

  @Mutation()
  async renewRecoveryCodes(@InAction() action: Action) {
    return { recoveryCodes: await this.secondFactor.renewRecoveryCodes(inSession(action)) };
  }

  @Mutation()
  async proveSecondFactor(@Args('input') input: CodeInput, @InAction() action: Action) {
    return { recoveryCodesLeft: await this.secondFactor.prove(inSession(action), input.code) };
  }

  @Mutation()
  async removeSecondFactor(@Args('input') input: CodeInput, @InAction() action: Action) {
    await this.secondFactor.remove(inSession(action), input.code);
    return { isOn: false };
  }

  @Mutation()
  async requestEmailChange(@Args('input') input: { email: string }, @InAction() action: Action) {
    return { ...(await this.emails.request(inSession(action), input.email)) };
  }

  @Mutation()
  async confirmEmailChange(@Args('input') input: { token: string }, @InAction() action: Action) {
    return { ...(await this.emails.confirm(inSession(action), input.token)) };
  }

  @Mutation()
  async cancelEmailChange(@InAction() action: Action) {
    return { ...(await this.emails.cancel(inSession(action))) };
  }

  @Mutation()
  async makeApiToken(@Args('input') input: TokenWish, @InAction() action: Action) {
    return { ...(await this.tokens.make(inSession(action), input)) };
  }

  @Mutation()
  async revokeApiToken(@Args('input') input: { token: string }, @InAction() action: Action) {
    await this.tokens.revoke(inSession(action), input.token);
    return { id: input.token };
  }

  @Mutation()
  async exportMyData(@InAction() action: Action) {
    return { ...(await this.personal.export(inSession(action))) };
  }

  @Mutation()
  async eraseMe(@Args('input') input: { confirmName: string }, @InAction() action: Action) {
    await this.personal.erase(inSession(action), input.confirmName);
    return { erased: true };
  }
}

function inSession(action: Action): Action {
  if (!action.actor.sessionId) throw new Forbidden('This is done signed in with a browser, and not by an API token');
  return action;
}
