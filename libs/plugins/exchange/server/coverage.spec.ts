/** Every field of what a family is made of is in the export, or has a reason here why it is not. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSchema, getNamedType, isObjectType, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import { familyQuery } from './family.query';

const text = readFileSync(path.resolve(import.meta.dirname, '../../../graphql/schema.graphql'), 'utf8');
const schema = buildSchema(text);

const ofTheReader = 'of the reader, not of the thing';
const readFromOthers = 'worked out from what is exported';
const ofTheHub = 'of the hub that it is in, which a new hub decides anew';
const ofAnotherPlugin = 'another plugin’s, and no part of the record';

/** By type, or for every type under `*`. */
const notExported: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '*': {
    whoCanSee: readFromOthers,
    viewerFollow: ofTheReader,
    viewerFollowsByDefault: ofTheReader,
    viewerLeavesOut: ofTheReader,
    viewerFollowsFamily: ofTheReader,
    followerCount: ofAnotherPlugin,
    threads: ofAnotherPlugin,
    promotions: ofAnotherPlugin,
    evaluations: ofAnotherPlugin,
    community: ofAnotherPlugin,
  },
  Site: {
    slug: readFromOthers,
    ...{ members: 'people are named as authors alone', team: 'people are named as authors alone' },
    ...{
      indexable: ofTheHub,
      interventions: 'a family is exported, not a site',
      adaptations: 'a family is exported, not a site',
    },
    ...{ invitations: ofTheHub, joinRequests: ofTheHub, triedAlike: readFromOthers },
  },
  Member: {
    ...Object.fromEntries(
      [
        'roleTitle',
        'professionalGroup',
        'sites',
        'skills',
        'interests',
        'modelTypes',
        'pronouns',
        'bio',
        'photo',
        'networkRoles',
        'illustrative',
      ].map((field) => [field, 'of people only what authorship needs']),
    ),
    unreadNotificationCount: ofTheReader,
  },
  ModelType: Object.fromEntries(
    ['id', 'description', 'siteCount', 'interventionCount', 'threadCount'].map((field) => [
      field,
      'every hub has the five care models',
    ]),
  ),
  Intervention: {
    revision: ofTheHub,
    ...{
      problem: readFromOthers,
      population: readFromOthers,
      outcomesMeasured: readFromOthers,
      reviewDue: readFromOthers,
    },
    ...{ experience: readFromOthers, draftAttachments: 'of the next version, its editors’ own' },
    intendedVisibility: 'the same as visibility, once published',
    ...{
      draft: 'the text of a next version is its editors’ own',
      nextVersion: 'the text of a next version is its editors’ own',
    },
    ...{ currentVersion: 'the last of versions', version: 'one of versions' },
    ...{
      adaptations: readFromOthers,
      adaptationCount: readFromOthers,
    },
    adopters: readFromOthers,
  },
  InterventionVersion: { intervention: 'holds the version' },
  Attachment: {
    isImage: readFromOthers,
    status: 'a version keeps what is ready alone',
    finding: 'a version keeps what is ready alone',
    address: ofTheHub,
  },
  Adaptation: {
    title: 'made of the titles of its source and its site',
    ending: 'the one of the last step',
    tasks: 'who of the site does what next is its own business',
    checkIns: 'whether it still goes on is asked of the team here',
    revision: ofTheHub,
    ...{ differences: readFromOthers, sourceIsNewer: readFromOthers, lastWordAt: readFromOthers },
  },
  Lineage: { root: readFromOthers, roots: readFromOthers },
  InterventionVersionConnection: { totalCount: readFromOthers },
  InterventionVersionEdge: { cursor: ofTheHub },
  PageInfo: { endCursor: ofTheHub, hasPreviousPage: ofTheHub, startCursor: ofTheHub },
  Query: {},
};

function exportedFields(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const info = new TypeInfo(schema);
  const note = (type: string, field: string) => found.set(type, (found.get(type) ?? new Set()).add(field));
  visit(
    familyQuery,
    visitWithTypeInfo(info, {
      Field(node) {
        const parent = info.getParentType();
        if (parent && parent !== schema.getQueryType()) note(parent.name, node.name.value);
        const type = getNamedType(info.getType());
        if (isObjectType(type) && !found.has(type.name)) found.set(type.name, new Set());
      },
    }),
  );
  return found;
}

describe('The export of a family', () => {
  const exported = exportedFields();

  it.each([...exported.keys()].sort())('has every field of %s, or a reason why not', (name) => {
    const type = schema.getType(name);
    const fields = isObjectType(type) ? Object.keys(type.getFields()) : [];
    const reasons = { ...notExported['*'], ...notExported[name] };
    const missing = fields.filter(
      (field) => !exported.get(name)?.has(field) && !(field in reasons) && !field.startsWith('viewer'),
    );

    expect(missing).toEqual([]);
  });

  it('gives no reason for what is exported, or is not there', () => {
    const stale = Object.entries(notExported).flatMap(([name, reasons]) => {
      const type = schema.getType(name);
      if (!isObjectType(type)) return [];
      return Object.keys(reasons)
        .filter((field) => !type.getFields()[field] || exported.get(name)?.has(field))
        .map((field) => `${name}.${field}`);
    });

    expect(stale).toEqual([]);
  });
});
