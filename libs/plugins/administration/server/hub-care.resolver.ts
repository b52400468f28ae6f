/** The mutations of administration that are about the hub itself: log, exports, mail, consequences, glass, records. */
import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Audit, InAction, type Action } from '@hub/core/server';
import { AccessReview } from './access-review';
import { AuditExport, type AuditFilter } from './audit-export';
import { GlassService, type BreakGlass } from './glass.service';
import { HubCare } from './hub-care.service';

interface Told {
  readonly reason: string;
}

@Resolver()
export class HubCareResolver {
  constructor(
    @Inject(Audit) private readonly audit: Audit,
    @Inject(AuditExport) private readonly auditExport: AuditExport,
    @Inject(AccessReview) private readonly accessReview: AccessReview,
    @Inject(GlassService) private readonly glass: GlassService,
    @Inject(HubCare) private readonly care: HubCare,
  ) {}

  @Mutation()
  async checkAudit(@InAction() { tx, actor }: Action) {
    const found = await this.audit.check(tx);
    await this.audit.add(tx, { action: 'audit.checked', actor: actor.ref, facts: { ...found } });
    return found;
  }

  @Mutation()
  exportAudit(@Args('input') input: Told & { filter?: AuditFilter | null }, @InAction() action: Action) {
    return this.auditExport.export(action, input);
  }

  @Mutation()
  exportAccessReview(@Args('input') input: Told, @InAction() action: Action) {
    return this.accessReview.export(action, input);
  }

  @Mutation()
  readLetter(@Args('input') input: Told & { letter: string }, @InAction() action: Action) {
    return this.care.readLetter(action, input);
  }

  @Mutation()
  async sendLetterAgain(@Args('input') input: Told & { letter: string }, @InAction() action: Action) {
    return { letter: await this.care.sendAgain(action, input) };
  }

  @Mutation()
  async retryDelivery(@Args('input') input: Told & { eventId: string; handler: string }, @InAction() action: Action) {
    return { parked: await this.care.retry(action, input) };
  }

  @Mutation()
  async discardDelivery(@Args('input') input: Told & { eventId: string; handler: string }, @InAction() action: Action) {
    return { parked: await this.care.discard(action, input) };
  }

  @Mutation()
  breakGlass(@Args('input') input: BreakGlass, @InAction() action: Action) {
    return this.glass.open(action, input);
  }

  @Mutation()
  closeGlass(@Args('input') input: { glass: string }, @InAction() action: Action) {
    return this.glass.close(action, input.glass);
  }

  @Mutation()
  async holdRecord(@Args('input') input: Told & { record: string }, @InAction() action: Action) {
    return { standing: await this.care.hold(action, input) };
  }

  @Mutation()
  async liftHold(@Args('input') input: Told & { record: string }, @InAction() action: Action) {
    return { standing: await this.care.lift(action, input) };
  }
}
