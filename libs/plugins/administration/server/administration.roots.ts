/** How the Query fields of administration are read. Those that identity answers have a resolver instead. */
import { byExpression, byId, list, many, type RootRead } from '@hub/core/server';
import { forFacilitators, ofMember } from './audit-entry.read';
import { isDue } from './records.read';

export const administrationRoots: Readonly<Record<string, RootRead>> = {
  administrationWork: byExpression('AdministrationWork', ({ viewer }) => viewer.ref),
  hubState: byExpression('HubState', ({ viewer }) => viewer.ref),
  managedMembers: many('ManagedMember', { order: 'NAME' }),
  managedMember: byId('ManagedMember', 'member'),
  managedSites: many('ManagedSite', { order: 'NAME' }),
  auditEntries: many('AuditEntry', { order: 'NEWEST' }),
  viewerAudit: many('AuditEntry', { order: 'NEWEST', where: (frame) => ofMember(frame, frame.viewer.ref) }),
  communityAudit: many('AuditEntry', { order: 'NEWEST', where: forFacilitators }),
  siteAudit: many('AuditEntry', { order: 'NEWEST' }),
  letters: many('ManagedLetter', { order: 'NEWEST' }),
  brokenGlasses: many('BrokenGlass', { order: 'NEWEST' }),
  parkedDeliveries: many('ParkedDelivery', { order: 'NEWEST' }),
  recordTypes: list('RecordType', { orderBy: ({ t }) => `${t}.place` }),
  recordsDue: many('RecordDue', { order: 'OLDEST', where: isDue }),
  legalHolds: many('LegalHold', { order: 'NEWEST' }),
};
