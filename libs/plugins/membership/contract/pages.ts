/** Where the pages are that letters lead to: the server writes them, the web answers them. */
import { sitePage } from '@hub/plugins/sites/contract';

export const invitationPage = '/invitation';
export const peoplePage = `${sitePage}/people`;
export const proposalsPage = '/site-proposals';
export const welcomePage = '/welcome';

/** The link of an invitation's letter. */
export const invitationAddress = (token: string) => `${invitationPage}?token=${encodeURIComponent(token)}`;
