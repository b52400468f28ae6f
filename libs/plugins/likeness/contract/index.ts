/** What others may see of likeness: where its pages are. */
import { interventionPage } from '@hub/plugins/interventions/contract';
import { sitePage } from '@hub/plugins/sites/contract';

/** Everyone who took an intervention up, those most like a site of the reader's first: `?site=` names it. */
export const adoptersPage = `${interventionPage}/alike`;
/** What was tried at other sites, those most like the site first. */
export const triedAlikePage = `${sitePage}/alike`;
