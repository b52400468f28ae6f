/** Where the pages of moderation are, and how ids stand in their addresses. */
import { casePage, ownCasePage, reportPage } from '@hub/plugins/moderation/contract';

export const reportAddress = (subject: string): string => reportPage.replace(':subject', subject);
export const caseAddress = (id: string): string => casePage.replace(':id', uuidIn(id));
export const ownCaseAddress = (id: string): string => ownCasePage.replace(':id', uuidIn(id));

/** What follows the kind in the id of a row. */
function uuidIn(id: string): string {
  return id.slice(id.indexOf(':') + 1);
}
