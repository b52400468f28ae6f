/** What may answer a title while it is typed: up to five things that the reader may see, as links. */
import { useDeferredValue, useEffect, useState } from 'react';
import { SearchResult, usePageQuery, useSearchResultsIn, type SimilarProps } from '@hub/core/web';
import type { SearchKind } from '@hub/graphql';
import { Announcer, counted } from '@hub/ui';
import { SimilarDocument } from './search.generated';

const most = 5;
const pauseMs = 600;
const fewestLetters = 8;

export default function Similar({ text, kinds, heading }: SimilarProps) {
  // What was found stays until the next is there.
  const settled = useDeferredValue(useSettled(text.trim()));
  return settled.length < fewestLetters ? null : <Found {...{ kinds, heading }} text={settled} />;
}

function Found({ text, kinds, heading }: SimilarProps) {
  const document = useSearchResultsIn(SimilarDocument);
  const { data } = usePageQuery(document, { text, kinds: kinds as SearchKind[], first: most });
  const found = data.similar.edges;
  return (
    <>
      {found.length > 0 && (
        <div className="nhsuk-inset-text" role="group" aria-labelledby="similar">
          <h2 id="similar" className="nhsuk-heading-s">
            {heading}
          </h2>
          <ul className="nhsuk-list hub-rows">
            {found.map(({ cursor, node }) => (
              <li className="hub-rows__row" key={cursor}>
                <SearchResult hit={node} match={null} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <Announcer message={found.length > 0 ? `${heading}: ${counted(found.length, 'link')}` : ''} />
    </>
  );
}

/** What is typed, once there was a pause in the typing. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
