/** Where the pages of moderation are, and how ids stand in their addresses. */
import {
  casePrefix,
  pathOfCase,
  ownCasePage,
  ownCasePrefix,
  reportPage,
  reportsPage,
} from '@hub/plugins/moderation/contract';
import { kindOfId } from '@hub/core/contract';

export const reportAddress = (subject: string): string => reportPage.replace(':subject', subject);
export const caseAddress = pathOfCase;
export const ownCaseAddress = (id: string): string => ownCasePage.replace(':id', uuidIn(id));

/** The page of a case, of one's own view of it, or of one's reports, by the id of the row. */
export function pageOfRow(id: string): string {
  if (kindOfId(id) === casePrefix) return pathOfCase(id);
  return kindOfId(id) === ownCasePrefix ? ownCaseAddress(id) : reportsPage;
}

/** What follows the kind in the id of a row. */
function uuidIn(id: string): string {
  return id.slice(id.indexOf(':') + 1);
}
