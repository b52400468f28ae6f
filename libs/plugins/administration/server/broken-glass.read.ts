/** How what was opened by breaking the glass is read. */
import { any, column, newestFirst, one, readModel, sql } from '@hub/core/server';
import { forAdministrators } from './administrators-only';
import { shownReference } from './shown-reference';

export const glassKind = 'glass';

export const brokenGlassRead = readModel({
  type: 'BrokenGlass',
  source: 'administration.broken_glass',
  rowId: { prefix: glassKind, column: 'id' },
  always: forAdministrators,
  fields: {
    by: one('Member', ({ t }) => `${t}.member_ref`),
    entity: any(({ t }) => `${t}.entity_ref`),
    entityId: sql(({ t, alias, visible }) => shownReference(`${t}.entity_ref`, alias(), visible)),
    reason: column('reason'),
    openedAt: column('opened_at'),
    until: column('until'),
    isOpen: sql(({ t }) => `${t}.until > now()`),
    viewerCanClose: sql(({ t, viewer }) => `${t}.until > now() AND ${t}.member_ref = ${viewer.ref}`),
  },
  orders: {
    NEWEST: newestFirst(
      ({ t }) => `${t}.opened_at`,
      ({ t }) => `${t}.id::text`,
    ),
  },
});
