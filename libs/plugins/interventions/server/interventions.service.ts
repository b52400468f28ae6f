/** What people do with interventions: their input is checked here, the work is done by the drafts. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityRef, Visibility } from '@hub/core/contract';
import { Access, BadUserInput, NotFound, type Action } from '@hub/core/server';
import { publishedTo, reopenedTo } from '@hub/plugins/interventions/contract';
import { siteNamed } from '@hub/plugins/sites/contract';
import { DraftsService } from './writing/drafts.service';
import type {
  CreateInterventionInput,
  PublishInterventionInput,
  SetInterventionVisibilityInput,
  UpdateInterventionInput,
  WithdrawInterventionInput,
} from './writing/intervention.input';
import { publishIntervention } from './interventions.policy';
import { WithdrawingService } from './withdrawing/withdrawing.service';
import { chosenVisibility } from './visibility.rules';
import { revisionIn } from './writing/writing.rules';

@Injectable()
export class InterventionsService {
  constructor(
    @Inject(Access) private readonly access: Access,
    @Inject(DraftsService) private readonly drafts: DraftsService,
    @Inject(WithdrawingService) private readonly withdrawing: WithdrawingService,
  ) {}

  /** Begins a draft of a site. Throws BAD_USER_INPUT. */
  async create(action: Action, input: CreateInterventionInput): Promise<EntityRef> {
    const written = revisionIn(input);
    await this.requireOfSite(action, siteNamed(input.site), input.contacts ?? []);
    return this.drafts.createDraft(action, {
      site: siteNamed(input.site),
      title: written.title ?? '',
      summary: written.summary ?? '',
      careModels: written.careModels ?? [],
      maturity: written.maturity ?? 'IDEA',
      visibility: written.visibility ?? 'network',
      sections: written.sections ?? [],
      components: written.components ?? [],
      description: written.description ?? {},
      facts: written.facts ?? {},
    });
  }

  /** Changes its facts at once, and the sections of its next version. Throws BAD_USER_INPUT or CONFLICT. */
  async update(action: Action, input: UpdateInterventionInput): Promise<EntityRef> {
    const revision = revisionIn(input);
    if (input.contacts?.length) {
      const site = (await this.drafts.readIntervention(action.tx, input.id))?.site;
      if (site) await this.requireOfSite(action, site, input.contacts);
    }
    if (revision.visibility) await this.requireMayShow(action, input.id, revision.visibility);
    await this.drafts.revise(action, input.id, revision, input.expectedRevision);
    return input.id;
  }

  /** Makes its next version. Throws CONFLICT, or BAD_USER_INPUT naming each required section without text and each component without a reason. */
  async publish(action: Action, input: PublishInterventionInput): Promise<EntityRef> {
    const { id, changeNote, expectedRevision } = input;
    const visibility = chosenVisibility(input.visibility, publishedTo);
    await this.drafts.publishDraft(action, id, changeNote, { expectedRevision, visibility });
    return id;
  }

  /** Opens a published one to anyone, or to the network alone again. Throws BAD_USER_INPUT for a draft. */
  async setVisibility(action: Action, input: SetInterventionVisibilityInput): Promise<EntityRef> {
    const visibility = chosenVisibility(input.visibility, reopenedTo);
    if (visibility) await this.drafts.show(action, input.id, visibility);
    return input.id;
  }

  /** Takes it back for everyone to read why. Throws BAD_USER_INPUT unless it is published, or CONFLICT. */
  async withdraw(action: Action, { id, reason, expectedRevision }: WithdrawInterventionInput): Promise<EntityRef> {
    await this.withdrawing.withdraw(action, id, reason, expectedRevision);
    return id;
  }

  /** Brings it back as it was. Throws BAD_USER_INPUT unless it is withdrawn, or CONFLICT. */
  async reinstate(action: Action, { id, reason, expectedRevision }: WithdrawInterventionInput): Promise<EntityRef> {
    await this.withdrawing.reinstate(action, id, reason, expectedRevision);
    return id;
  }

  /** Whom to ask is somebody of the site itself. Throws BAD_USER_INPUT, or NOT_FOUND for nobody. */
  private async requireOfSite({ tx }: Action, site: EntityRef, contacts: readonly EntityRef[]): Promise<void> {
    if (contacts.length === 0) return;
    const members: { ref: EntityRef; ofSite: boolean }[] = await tx.query(
      'SELECT ref, $2 = ANY(keys) AS "ofSite" FROM core.account WHERE ref = ANY($1::text[])',
      [contacts, site],
    );
    if (contacts.some((contact) => !members.some(({ ref }) => ref === contact))) throw new NotFound();
    const problems = contacts.flatMap((contact, at) =>
      members.some(({ ref, ofSite }) => ofSite && ref === contact)
        ? []
        : [{ path: `input.contacts.${at}`, message: 'Choose somebody who belongs to the site' }],
    );
    if (problems.length > 0) throw new BadUserInput(problems);
  }

  /** Who can see what is published is for those who may publish; the wish for a draft is for its editors. */
  private async requireMayShow({ tx, actor }: Action, ref: EntityRef, visibility: Visibility): Promise<void> {
    const current = await this.drafts.readIntervention(tx, ref);
    if (!current) throw new NotFound();
    if (current.status !== 'DRAFT' && current.visibility !== visibility)
      await this.access.require(tx, actor, publishIntervention, ref);
  }
}
