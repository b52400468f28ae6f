/** How proposals of sites are read: by whoever proposed one, and by those who answer them. */
import { rowIdOf } from '@hub/core/contract';
import { byExpression, column, list, many, newestFirst, one, readModel, sql, type RootRead } from '@hub/core/server';
import { answerProposals } from './membership.policy';

export const proposalIdPrefix = 'site-proposal';

export const proposalRead = readModel({
  type: 'SiteProposal',
  source: 'membership.site_proposal',
  rowId: { prefix: proposalIdPrefix, column: 'id' },
  always: (frame) => `(${frame.t}.proposed_by = ${frame.viewer.ref} OR ${frame.can(answerProposals.id)})`,
  fields: {
    name: column('name'),
    region: column('region'),
    modelTypes: list('ModelType', {
      where: ({ t, parent }) => `${t}.ref = ANY(${parent.t}.care_models)`,
      orderBy: ({ t }) => `${t}.position`,
    }),
    why: column('why'),
    state: column('state'),
    proposedBy: one('Member', ({ t }) => `${t}.proposed_by`),
    proposedAt: column('proposed_at'),
    answer: column('answer'),
    answeredBy: one('Member', ({ t }) => `${t}.answered_by`),
    answeredAt: column('answered_at'),
    site: one('Site', ({ t }) => `${t}.site_ref`),
    viewerCanWithdraw: sql(({ t, viewer }) => `${t}.state = 'OPEN' AND ${t}.proposed_by = ${viewer.ref}`),
    viewerCanAnswer: sql((frame) => `${frame.t}.state = 'OPEN' AND ${frame.can(answerProposals.id)}`),
  },
  filters: {
    openOnly: { cast: 'boolean', sql: ({ t }, _value, only) => (only === true ? `${t}.state = 'OPEN'` : '') },
  },
});

export const proposalRoots: Readonly<Record<string, RootRead>> = {
  siteProposals: many('SiteProposal', {
    order: newestFirst(
      ({ t }) => `${t}.proposed_at`,
      ({ t }) => `${t}.id::text`,
    ),
  }),
  siteProposal: byExpression('SiteProposal', ({ arg }) =>
    arg('id', 'uuid', (id: string) => rowIdOf(proposalIdPrefix, id)),
  ),
};
