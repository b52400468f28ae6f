/** One part of a work list: its title with how many there are, what waits longest first, its pages, or a sentence where nothing waits. */
import type { ReactNode } from 'react';
import { Pager, type PageInfoLike } from './pager';

interface WaitingListProps {
  /** Also the beginning of its cursor's name in the address. */
  readonly id: string;
  readonly title: string;
  readonly count: number;
  /** Where there are none. */
  readonly none: string;
  readonly pageInfo: PageInfoLike;
  readonly children: ReactNode;
}

export function WaitingList({ id, title, count, none, pageInfo, children }: WaitingListProps) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="nhsuk-heading-m">
        {title} ({count})
      </h2>
      {count === 0 ? <p>{none}</p> : children}
      <Pager
        pageInfo={pageInfo}
        what={title.toLowerCase()}
        param={`${id}-`}
        words={{ next: 'Next', previous: 'Previous' }}
        canGoBack
      />
    </section>
  );
}
