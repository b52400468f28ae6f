import { createHash } from 'node:crypto';
import { TrustedDocuments } from './trusted-documents';

const text = '{ viewer { id } }';
const id = `sha256:${createHash('sha256').update(text).digest('hex')}`;
const codeOf = (work: () => unknown) => {
  try {
    work();
    return null;
  } catch (error) {
    return (error as { extensions: { code: string } }).extensions.code;
  }
};

it('finds an operation by its id', () => {
  expect(new TrustedDocuments([text], false).textOf({ documentId: id })).toBe(text);
});

it('leaves other texts alone, unless only its own may be run', () => {
  expect(new TrustedDocuments([text], false).textOf({ query: '{ other }' })).toBe('{ other }');
  expect(codeOf(() => new TrustedDocuments([text], true).textOf({ query: '{ other }' }))).toBe('PERSISTED_QUERY_ONLY');
  expect(new TrustedDocuments([text], true).textOf({ query: text })).toBe(text);
});

it.each([
  ['an unknown id', { documentId: 'sha256:00' }, 'PERSISTED_QUERY_NOT_FOUND'],
  ['an id that is none', { documentId: { toString: null } }, 'PERSISTED_QUERY_NOT_FOUND'],
  ['an id and a text', { documentId: id, query: text }, 'BAD_REQUEST'],
  ['the name of something else', { documentId: '__proto__' }, 'PERSISTED_QUERY_NOT_FOUND'],
])('refuses %s with a code', (_what, asked, code) => {
  expect(codeOf(() => new TrustedDocuments([text], false).textOf(asked))).toBe(code);
});

it('knows its own operations by name, and no name that somebody else thought up', () => {
  const named = 'query Viewer { viewer { id } }';
  const documents = new TrustedDocuments([named, text], false);
  const documentId = `sha256:${createHash('sha256').update(named).digest('hex')}`;

  expect(
    [{ documentId }, { query: named }, { operationName: 'Viewer', query: named }].map((asked) =>
      documents.nameOf(asked),
    ),
  ).toEqual(['Viewer', 'Viewer', 'Viewer']);
  for (const asked of [
    { query: text },
    { query: 'query Other { viewer { id } }' },
    { operationName: 'Other' },
    null,
    {},
  ])
    expect(documents.nameOf(asked)).toBeUndefined();
});
