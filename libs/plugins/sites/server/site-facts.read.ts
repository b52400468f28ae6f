/** How the parts of a site's profile are read. */
import { column, readModel, sql } from '@hub/core/server';

/** The lead organisation is a part of the site's row, the partners are rows of their own. */
const ofOrganisation = (name: string) => sql(({ t, lateral }) => `${lateral || t}.${name}`);

export const siteFactReads = [
  readModel({
    type: 'SitePopulation',
    fields: { value: column('population_value'), basis: column('population_basis') },
  }),
  readModel({ type: 'SiteOrganisation', fields: { name: ofOrganisation('name'), kind: ofOrganisation('kind') } }),
  readModel({
    type: 'SiteContextFactor',
    fields: {
      key: column('key'),
      name: column('name'),
      kind: column('kind'),
      question: column('question'),
      present: column('present'),
      note: column('note'),
    },
  }),
  readModel({
    type: 'SitePriorInitiative',
    fields: { initiative: column('initiative'), year: column('year'), note: column('note') },
  }),
  readModel({
    type: 'SiteSkill',
    fields: { key: column('key'), name: column('name'), covered: column('covered'), note: column('note') },
  }),
];
