/** "Newer" and "Older": the cursor is in the address, so that Back and sharing work. There are no positions. */
import { Link, useLocation } from 'react-router';

export interface PageInfoLike {
  readonly hasNextPage: boolean;
  readonly endCursor?: string | null;
  readonly hasPreviousPage: boolean;
  readonly startCursor?: string | null;
}

interface PagerProps {
  readonly pageInfo: PageInfoLike;
  /** What the links are about, for screen readers: "discussions". */
  readonly what: string;
  /** Lists that cannot be read backwards have a link to the start instead of "Newer". */
  readonly canGoBack?: boolean;
  /** The words for lists that are not by time: "Next" and "Previous". */
  readonly words?: { readonly next: string; readonly previous: string };
  /** Where several lists share one page, the prefix of this one's cursor in the address. */
  readonly param?: string;
}

/** Nothing when all fits on one page. */
export function Pager({
  pageInfo,
  what,
  canGoBack = false,
  words = { next: 'Older', previous: 'Newer' },
  param = '',
}: PagerProps) {
  const { pathname, search } = useLocation();
  const address = (set: Record<string, string>) => {
    const params = new URLSearchParams(search);
    params.delete(`${param}after`);
    params.delete(`${param}before`);
    for (const [name, value] of Object.entries(set)) params.set(`${param}${name}`, value);
    const text = params.toString();
    return text ? `${pathname}?${text}` : pathname;
  };
  const isLater = new URLSearchParams(search).has(`${param}after`) || new URLSearchParams(search).has(`${param}before`);
  const older = pageInfo.hasNextPage && pageInfo.endCursor ? address({ after: pageInfo.endCursor }) : null;
  const newer =
    canGoBack && pageInfo.hasPreviousPage && pageInfo.startCursor ? address({ before: pageInfo.startCursor }) : null;
  const first = !newer && isLater && !(canGoBack && !pageInfo.hasPreviousPage) ? address({}) : null;
  if (!older && !newer && !first) return null;

  return (
    <nav className="hub-pager hub-no-print" aria-label={`Pages of ${what}`}>
      <ul className="nhsuk-list">
        {newer && <PagerLink to={newer} words={words.previous} what={what} />}
        {first && <PagerLink to={first} words={`Back to the first`} what={what} />}
        {older && <PagerLink to={older} words={words.next} what={what} />}
      </ul>
    </nav>
  );
}

function PagerLink({ to, words, what }: { readonly to: string; readonly words: string; readonly what: string }) {
  return (
    <li>
      <Link to={to}>
        {words}
        <span className="nhsuk-u-visually-hidden"> {what}</span>
      </Link>
    </li>
  );
}
