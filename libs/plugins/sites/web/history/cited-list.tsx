/** Things that public pages say of a vanguard, each with the page that says it. */
import type { VanguardSourceFragment } from './history.generated';
import { SourceLine } from './source-line';

interface CitedItem {
  readonly title: string;
  readonly note: string | null;
  readonly source: VanguardSourceFragment | null;
}

interface CitedListProps {
  readonly heading: string;
  readonly items: readonly CitedItem[];
  readonly empty: string;
}

export function CitedList({ heading, items, empty }: CitedListProps) {
  return (
    <>
      <h2>{heading}</h2>
      {items.length === 0 && <p className="hub-quiet">{empty}</p>}
      <ul className="nhsuk-list">
        {items.map(({ title, note, source }) => (
          <li key={title}>
            {title}
            {note && `. ${note}`}
            {source && (
              <p className="hub-meta">
                Source: <SourceLine source={source} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
