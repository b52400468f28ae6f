/** What others may see of likeness: where its page is. */
import { sitePage } from '@hub/plugins/sites/contract';

/** What was tried at other sites, those most like the site first. */
export const triedAlikePage = `${sitePage}/alike`;
