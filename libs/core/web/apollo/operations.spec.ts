import { gql } from '@apollo/client';
import { parse, Kind } from 'graphql';
import { composeWebPlugins } from '../plugin/registry';
import { defineWebPlugin } from '../plugin/define';
import { operationsSent } from './operations';

const mention = gql`
  fragment NoteMention on Note {
    id
    title
  }
`;
const hit = gql`
  fragment NoteHit on Note {
    id
    body
  }
`;
const registry = composeWebPlugins([
  defineWebPlugin({
    id: 'notes',
    mentions: [{ kind: 'note', typename: 'Note', fragment: mention, words: () => 'x' }],
    searchResults: [{ kind: 'note', typename: 'Note', fragment: hit, component: (() => null) as never }],
  }),
]);
const fragmentsIn = (text: string) =>
  parse(text).definitions.flatMap((definition) =>
    definition.kind === Kind.FRAGMENT_DEFINITION ? [definition.name.value] : [],
  );

it('writes an operation down with the types that the page asks for, and nothing that is not one', () => {
  const plain = gql`
    query Plain {
      note {
        node {
          id
        }
      }
    }
  `;
  const [text = '', ...others] = operationsSent(registry, [plain, mention, 'text', null]);

  expect(others).toEqual([]);
  expect(text.match(/__typename/g)).toHaveLength(2);
  expect(fragmentsIn(text)).toEqual([]);
});

it('adds what plugins spread into it, by what the document asks of the thing', () => {
  const told = gql`
    query Told {
      news {
        subject {
          __typename
          id
        }
      }
    }
  `;
  const toldTwice = gql`
    query ToldTwice {
      news {
        about {
          __typename
          id
        }
        community {
          __typename
          id
        }
      }
    }
  `;
  const found = gql`
    query Found {
      hits {
        node {
          __typename
        }
      }
    }
  `;

  expect(operationsSent(registry, [told]).map(fragmentsIn).sort()).toEqual([['NoteMention'], []].sort());
  expect(operationsSent(registry, [toldTwice]).map((text) => text.match(/\.\.\.NoteMention/g)?.length)).toEqual(
    expect.arrayContaining([undefined, 1, 2]),
  );
  expect(operationsSent(registry, [found]).map(fragmentsIn).sort()).toEqual([['NoteHit'], []].sort());
});
