/** The ids and pages of moderation, the reasons for a report in the order in which they are looked at, and what can be decided. */

export const casePrefix = 'moderation-case';
/** The same case, as the one sees it whose post it is about. */
export const ownCasePrefix = 'own-case';
export const reportPrefix = 'report';

/** Lent to a moderator for a while: who wrote what this case is about. */
export const keyOfName = (caseUuid: string): string => `name:${caseUuid}`;

export const moderationPage = '/moderation';
export const casePage = `${moderationPage}/cases/:id`;
export const decidedPage = `${moderationPage}/decided`;
export const reportPage = '/report/:subject';
export const reportsPage = '/reports';
export const ownCasesPage = `${reportsPage}/about-you`;
export const ownCasePage = `${ownCasesPage}/:id`;

/** The page of one case, by its id, for moderators. */
export const pathOfCase = (id: string): string => casePage.replace(':id', id.slice(casePrefix.length + 1));

export const reportReasons = ['PATIENT_DETAILS', 'HARM', 'UNKIND', 'OFF_TOPIC', 'OTHER'] as const;
export type ReportReason = (typeof reportReasons)[number];

/** Details of a patient come first, then harm; all others by how long they wait. */
export function urgencyOf(reason: ReportReason): number {
  return { PATIENT_DETAILS: 1, HARM: 2, UNKIND: 3, OFF_TOPIC: 3, OTHER: 3 }[reason];
}

export const caseDecisions = ['KEEP', 'EDIT_OUT', 'REMOVE', 'LOCK_THREAD'] as const;
export type CaseDecision = (typeof caseDecisions)[number];
