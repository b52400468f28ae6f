/** How credits are read, of a version and of a draft: by whoever may see the record that they thank for. */
import { any, column, list, one, readExtension, readModel } from '@hub/core/server';

export const creditRead = readModel({
  type: 'Credit',
  guard: 'from_ref',
  fields: {
    site: one('Site', ({ t }) => `${t}.site_ref`),
    part: column('part'),
    key: column('key'),
    heading: column('heading'),
    number: column('number'),
    from: any(({ t }) => `${t}.from_ref`),
  },
});

const creditsIn = (name: string) =>
  list('Credit', {
    from: ({ t, parent }) =>
      `(SELECT c."from" AS from_ref, c.site AS site_ref, c.part, c.key, c.heading, c.number, c.place ` +
      `FROM ROWS FROM (jsonb_to_recordset(${parent.t}.${name}) AS ("from" text, site text, part text, key text, heading text, number int)) ` +
      `WITH ORDINALITY AS c ("from", site, part, key, heading, number, place)) AS ${t}`,
    orderBy: ({ t }) => `${t}.place`,
  });

export const creditsOfVersion = readExtension({
  type: 'InterventionVersion',
  fields: { credits: creditsIn('credits') },
});

export const creditsOfDraft = readExtension({ type: 'NextVersion', fields: { credits: creditsIn('draft_credits') } });
