/** How sites are read. */
import {
  alphabetical,
  column,
  entityColumn,
  list,
  many,
  part,
  readExtension,
  readModel,
  sql,
  viewerCan,
} from '@hub/core/server';
import { siteKind } from '@hub/plugins/sites/contract';
import { indexingFields } from './indexing.resolver';
import { jsonRows } from './json-rows';
import { isLastLeadSql } from './membership.read';
import { editSite, leadSite, publishForSite } from './sites.policy';
import { holding, ofCareModels } from './text-filter';

export const siteRead = readModel({
  type: 'Site',
  source: 'sites.site',
  kind: siteKind,
  guard: 'ref',
  everyEntity: true,
  fields: {
    slug: sql(({ t }) => `split_part(${t}.ref, '/', 2)`),
    name: entityColumn('title'),
    region: column('region'),
    modelTypes: list('ModelType', {
      where: ({ t, parent }) => `${t}.ref = ANY(${parent.e}.care_models)`,
      orderBy: ({ t }) => `${t}.position`,
    }),
    members: many('Member', {
      where: ({ t, parent, alias }) => {
        const m = alias();
        return `EXISTS (SELECT 1 FROM sites.membership ${m} WHERE ${m}.site_ref = ${parent.t}.ref AND ${m}.member_ref = ${t}.ref)`;
      },
      order: 'NAME',
    }),
    team: many('SiteMembershipEdge', {
      rowsAreEdges: true,
      where: ({ t, parent }) => `${t}.site_ref = ${parent.t}.ref`,
      order: 'ROLE',
    }),
    viewerRole: sql(({ t, viewer, alias }) => {
      const m = alias();
      return `SELECT ${m}.role FROM sites.membership ${m} WHERE ${m}.site_ref = ${t}.ref AND ${m}.member_ref = ${viewer.ref}`;
    }),
    viewerCanLeave: sql((frame) => {
      const m = frame.alias();
      return (
        `EXISTS (SELECT 1 FROM sites.membership ${m} WHERE ${m}.site_ref = ${frame.t}.ref ` +
        `AND ${m}.member_ref = ${frame.viewer.ref} AND NOT ${isLastLeadSql(frame, m)})`
      );
    }),
    viewerCanLead: viewerCan(leadSite.id),
    viewerCanEdit: viewerCan(editSite.id),
    viewerCanPublish: viewerCan(publishForSite.id),
    tagline: column('tagline'),
    population: part('SitePopulation', { exists: ({ t }) => `${t}.population_value IS NOT NULL` }),
    populationSegments: column('population_segments'),
    localities: column('localities'),
    leadOrganisation: part('SiteOrganisation', {
      exists: ({ t }) => `${t}.lead_organisation IS NOT NULL`,
      from: ({ t, lateral }) => `jsonb_to_record(${t}.lead_organisation) AS ${lateral} (name text, kind text)`,
    }),
    partners: jsonRows('SiteOrganisation', 'partners', 'name text, kind text'),
    contextFactors: jsonRows(
      'SiteContextFactor',
      'context_factors',
      'key text, name text, kind text, question text, present text, note text',
    ),
    priorHistory: jsonRows('SitePriorInitiative', 'prior_history', 'initiative text, year int, note text'),
    engineRoom: jsonRows('SiteSkill', 'engine_room', 'key text, name text, covered boolean, note text'),
    joinedOn: column('joined_on'),
    illustrative: column('illustrative'),
    ...indexingFields,
  },
  orders: {
    NAME: alphabetical(
      ({ e }) => `lower(${e}.title)`,
      ({ t }) => `${t}.ref`,
    ),
  },
  filters: {
    modelTypes: ofCareModels,
    region: { cast: 'text', sql: ({ t }, value) => `lower(${t}.region) = lower(${value()})` },
    text: holding(({ t, e }) => `concat_ws(' ', ${e}.title, ${t}.tagline, array_to_string(${t}.localities, ' '))`),
  },
});

/** What sites add to a care model. */
export const careModelSites = readExtension({
  type: 'ModelType',
  fields: {
    siteCount: sql(({ t, alias, visible }) => {
      const e = alias();
      return `SELECT count(*)::int FROM core.entity ${e} WHERE ${e}.kind = '${siteKind}' AND ${e}.care_models @> ARRAY[${t}.ref] AND ${visible(e)}`;
    }),
  },
});
