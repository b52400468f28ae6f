import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildSchema, type GraphQLSchema } from 'graphql';

interface Found {
  readonly files: readonly { readonly file: string }[];
  readonly problems: readonly string[];
}
type FindDocuments = (root: string, schema: GraphQLSchema) => Found;

const schema = buildSchema('type Query { site(slug: String!): Site } type Site { id: ID! name: String! }');

describe('Checking the documents of the web parts', () => {
  it('takes documents that fit the schema, with fragments of their own plugin and of core', async () => {
    const { files, problems } = await find({
      'core/web/parts.graphql': 'fragment SiteName on Site { name }',
      'plugins/sites/web/site.graphql': 'query SitePage { site(slug: "x") { id ...SiteName ...SiteParts } }',
      'plugins/sites/web/parts.graphql': 'fragment SiteParts on Site { id ...SiteName }',
    });

    expect(problems).toEqual([]);
    expect(files).toHaveLength(3);
  });

  it('names the file and line of a field that does not exist', async () => {
    const { problems } = await find({
      'plugins/sites/web/site.graphql': 'query SitePage {\n  site(slug: "x") { colour }\n}',
    });

    expect(problems).toEqual(['libs/plugins/sites/web/site.graphql:2: Cannot query field "colour" on type "Site".']);
  });

  it('refuses a fragment of another plugin, which may be left out', async () => {
    const { problems } = await find({
      'plugins/sites/web/parts.graphql': 'fragment SiteParts on Site { id }',
      'plugins/threads/web/thread.graphql': 'query ThreadSite { site(slug: "x") { ...SiteParts } }',
    });

    expect(problems).toEqual(['libs/plugins/threads/web/thread.graphql:1: Unknown fragment "SiteParts".']);
  });

  it('refuses two documents of one name, and one without', async () => {
    const { problems } = await find({
      'plugins/sites/web/a.graphql': 'query SitePage { site(slug: "x") { id } }',
      'plugins/threads/web/b.graphql': 'query SitePage { site(slug: "x") { id } }',
      'plugins/threads/web/c.graphql': '{ site(slug: "x") { id } }',
    });

    expect(problems).toEqual([
      'libs/plugins/threads/web/b.graphql: "SitePage" is already the name of a document in libs/plugins/sites/web/a.graphql',
      'libs/plugins/threads/web/c.graphql: give every operation a name',
    ]);
  });

  it('says where a document cannot be read', async () => {
    const { problems } = await find({ 'plugins/sites/web/a.graphql': 'query SitePage {\n  site(' });

    expect(problems).toEqual(['libs/plugins/sites/web/a.graphql:2: Syntax Error: Expected Name, found <EOF>.']);
  });
});

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => fs.rmSync(folder, { recursive: true })));

async function find(files: Record<string, string>): Promise<Found> {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'hub-documents-'));
  folders.push(root);
  for (const [file, text] of Object.entries(files)) {
    const full = path.join(root, 'libs', file);
    fs.mkdirSync(path.dirname(full), { recursive: true });
    fs.writeFileSync(full, text);
  }
  const tool = '../../tools/generate/documents.mjs';
  const { findDocuments } = (await import(tool)) as { findDocuments: FindDocuments };
  return findDocuments(root, schema);
}
