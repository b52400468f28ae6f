/** What administrators ask and change about members: payloads hold ids, core reads them. */
import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { EntityRef, Viewer } from '@hub/core/contract';
import { Access, Database, InAction, type Action } from '@hub/core/server';
import { AllowedDomains, People, SignInFacts } from '@hub/plugins/identity/contract';
import { memberKind, Members, siteRoleFacts } from '@hub/plugins/sites/contract';
import { MembersAdministration, type ManageMember, type SetNetworkRoles } from './members-administration.service';
import { reasonIn } from './reasons';

interface Asking {
  viewer(): Promise<Viewer>;
}

interface EmailDomain {
  readonly pattern: string;
  readonly reason: string;
}

@Resolver()
export class MembersAdministrationResolver {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Access) private readonly access: Access,
    @Inject(MembersAdministration) private readonly service: MembersAdministration,
    @Inject(Members) private readonly members: Members,
    @Inject(People) private readonly people: People,
    @Inject(SignInFacts) private readonly signIn: SignInFacts,
    @Inject(AllowedDomains) private readonly domains: AllowedDomains,
  ) {}

  @Query()
  async memberAccess(@Args('member') member: EntityRef, @Context() context: Asking) {
    await this.access.requireVisible(this.tx, await context.viewer(), member, memberKind);
    const [facts] = await this.signIn.of(this.tx, [member]);
    const places = await this.members.memberships(this.tx, member);
    return {
      email: facts?.email ?? null,
      ways: [
        ...(facts?.email ? ['A code sent to the address'] : []),
        ...(facts?.hasProvider ? ['The account of their organisation'] : []),
      ],
      hasSecondFactor: facts?.hasSecondFactor ?? false,
      sites: places.map(({ siteName, role }) => `${siteName}: ${siteRoleFacts[role].name}`),
    };
  }

  @Query()
  memberByEmail(@Args('email') email: string): Promise<EntityRef | null> {
    return this.people.memberWithEmail(this.tx, email);
  }

  @Query()
  async allowedEmailDomains(): Promise<string[]> {
    return (await this.domains.list(this.tx)).map(({ pattern }) => pattern);
  }

  @Mutation()
  async allowEmailDomain(@Args('input') input: EmailDomain, @InAction() action: Action) {
    await this.domains.add(action, input.pattern, reasonIn(input));
    return { domains: (await this.domains.list(action.tx)).map(({ pattern }) => pattern) };
  }

  @Mutation()
  async disallowEmailDomain(@Args('input') input: EmailDomain, @InAction() action: Action) {
    await this.domains.remove(action, input.pattern, reasonIn(input));
    return { domains: (await this.domains.list(action.tx)).map(({ pattern }) => pattern) };
  }

  @Mutation()
  async setNetworkRoles(@Args('input') input: SetNetworkRoles, @InAction() action: Action) {
    return { member: await this.service.setNetworkRoles(action, input) };
  }

  @Mutation()
  async suspendMember(@Args('input') input: ManageMember, @InAction() action: Action) {
    return { member: await this.service.suspend(action, input) };
  }

  @Mutation()
  async restoreMember(@Args('input') input: ManageMember, @InAction() action: Action) {
    return { member: await this.service.restore(action, input) };
  }

  @Mutation()
  async endMemberSessions(@Args('input') input: ManageMember, @InAction() action: Action) {
    return { member: await this.service.endSessions(action, input) };
  }

  @Mutation()
  async removeMemberSecondFactor(@Args('input') input: ManageMember, @InAction() action: Action) {
    return { member: await this.service.removeSecondFactor(action, input) };
  }

  private get tx() {
    return this.database.source.manager;
  }
}
