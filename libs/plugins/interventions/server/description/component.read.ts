/** How components are read, of a version and of a draft: rows of the array that holds them, in their authors' order. */
import { column, list, readModel } from '@hub/core/server';
import { descriptionIn } from './description.read';

export const componentRead = readModel({
  type: 'Component',
  fields: {
    key: column('key'),
    name: column('name'),
    description: column('description'),
    core: column('core'),
    reason: column('reason'),
  },
});

/** The components of the holding row. */
export const componentsIn = list('Component', {
  from: ({ t, parent }) =>
    `ROWS FROM (jsonb_to_recordset(${parent.t}.components) AS (key text, name text, description text, core boolean, reason text)) ` +
    `WITH ORDINALITY AS ${t} (key, name, description, core, reason, place)`,
  orderBy: ({ t }) => `${t}.place`,
});

/** What a draft holds beside its sections: part of the intervention's own row. */
export const nextVersionRead = readModel({
  type: 'NextVersion',
  fields: { components: componentsIn, description: descriptionIn },
});
