/** Administration: accounts, the audit log, mail, records and breaking the glass, for the administrators of the hub. */
import { contribute, definePlugin } from '@hub/core/server';
import { glassBroken } from '@hub/plugins/administration/contract';
import changes from '@hub/plugins/administration/contract/changes.graphql';
import sdl from '@hub/plugins/administration/contract/schema.graphql';
import { personalData } from '@hub/plugins/identity/contract';
import { notices } from '@hub/plugins/subscriptions/contract';
import { AccessReview } from './access-review';
import { AdministrationData } from './administration.data';
import { administrationMigrations } from './administration.migrations';
import { administrationPolicy } from './administration.policy';
import { BrokenGlassRecord, LegalHoldRecord } from './administration.records';
import { administrationRoots } from './administration.roots';
import { administrationWorkRead } from './administration-work.read';
import { auditEntryRead, auditFactRead } from './audit-entry.read';
import { AuditExport } from './audit-export';
import { brokenGlassRead } from './broken-glass.read';
import { GlassLetters, GlassNotice } from './glass-letters';
import { GlassService } from './glass.service';
import { HubCareResolver } from './hub-care.resolver';
import { HubCare } from './hub-care.service';
import { LetterPageController } from './letter-page.controller';
import { managedLetterRead } from './managed-letter.read';
import { managedMemberRead, viewerCanAdminister } from './managed-member.read';
import { managedSiteRead } from './managed-site.read';
import { MembersAdministrationResolver } from './members-administration.resolver';
import { MembersAdministration } from './members-administration.service';
import { parkedDeliveryRead } from './parked-delivery.read';
import { hubStateReads } from './hub-state.read';
import { legalHoldRead, recordDueRead, recordTypeRead } from './records.read';

export const administrationPlugin = definePlugin({
  id: 'administration',
  needs: ['sites', 'identity'],
  uses: ['membership', 'subscriptions', 'exchange', 'communities'],
  schema: `${sdl}\n${changes}`,
  records: [BrokenGlassRecord, LegalHoldRecord],
  migrations: administrationMigrations,
  reads: [
    administrationWorkRead,
    auditEntryRead,
    auditFactRead,
    brokenGlassRead,
    ...hubStateReads,
    legalHoldRead,
    managedLetterRead,
    managedMemberRead,
    managedSiteRead,
    parkedDeliveryRead,
    recordDueRead,
    recordTypeRead,
  ],
  readExtensions: [viewerCanAdminister],
  roots: administrationRoots,
  permissions: administrationPolicy,
  resolvers: [MembersAdministrationResolver, HubCareResolver],
  controllers: [LetterPageController],
  providers: [AccessReview, AuditExport, GlassLetters, GlassService, HubCare, MembersAdministration],
  events: [glassBroken],
  contributes: [contribute(notices, GlassNotice), contribute(personalData, AdministrationData)],
});
