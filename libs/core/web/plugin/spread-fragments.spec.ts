import { parse, print, type DocumentNode } from 'graphql';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { spreadInto } from './spread-fragments';

describe('Spreading the fragments of plugins into a query', () => {
  const query = parse('query Find { search { edges { node { __typename } } } }') as TypedDocumentNode<unknown, unknown>;
  const site = { typename: 'Site', fragment: parse('fragment SiteHit on Site { id name }') };
  const thread = { typename: 'Thread', fragment: parse('fragment ThreadHit on Thread { id } ') as DocumentNode };

  it('asks for every kind in the one request', () => {
    const text = print(spreadInto(query, ['node'], [site, thread]));

    expect(text.replace(/\s+/g, ' ')).toContain('node { __typename ...SiteHit ...ThreadHit }');
    expect(text).toContain('fragment SiteHit on Site');
    expect(text).toContain('fragment ThreadHit on Thread');
  });

  it('leaves the document as it is when no plugin contributes', () => {
    expect(print(spreadInto(query, ['node'], []))).toBe(print(query));
  });

  it('gives the same document for the same question, so that a page that waits does not ask again', () => {
    const contributions = [site];

    expect(spreadInto(query, ['node'], contributions)).toBe(spreadInto(query, ['node'], contributions));
  });

  it('defines a fragment once, though it is spread in two places', () => {
    const both = parse('query Both { a: thread { about { id } } n: notice { subject { id } } }') as TypedDocumentNode<
      unknown,
      unknown
    >;

    const text = print(spreadInto(both, ['about', 'subject'], [site]));

    expect(text.match(/\.\.\.SiteHit/g)).toHaveLength(2);
    expect(text.match(/fragment SiteHit/g)).toHaveLength(1);
  });
});
