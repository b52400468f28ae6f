/** Who sees the page of importing. The permission decides again, and asks for the second step besides. */
import { keyOfRole } from '@hub/core/contract';
import { readExtension, sql } from '@hub/core/server';

export const viewerCanImportFamilies = readExtension({
  type: 'Member',
  fields: {
    viewerCanImportFamilies: sql(
      ({ t, viewer }) =>
        `${t}.ref IS NOT DISTINCT FROM ${viewer.ref} AND '${keyOfRole('administrator')}' = ANY(${viewer.keys})`,
    ),
  },
});
