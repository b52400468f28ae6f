/** The frame inside the frame: what every page has in common between the header and the footer. */
import { useEffect, useRef, type ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { Columns } from '@hub/ui';
import { useSection } from './section';

export interface Crumb {
  readonly to: string;
  readonly label: string;
}

export interface PageProps {
  /** The h1, and the first part of the document's title. */
  readonly title: string;
  /** Content pages have breadcrumbs, question pages a back link: never both. */
  readonly breadcrumbs?: readonly Crumb[];
  readonly back?: Crumb;
  /** A small line above the h1: "Question", "Intervention". */
  readonly caption?: string;
  /** Right under the h1: site, stage, version. At most 2 tags. */
  readonly facts?: ReactNode;
  /** A second column on wide screens, with what the page works without. */
  readonly aside?: ReactNode;
  /** The full width, for comparisons and tables. */
  readonly wide?: boolean;
  /** Says that the h1 is inside the children: a question page whose label is its heading. */
  readonly hasOwnHeading?: boolean;
  readonly children: ReactNode;
}

/** Sets the document's title, and after a change of page moves the focus to the h1. */
export function Page({ title, breadcrumbs, back, caption, facts, aside, wide, hasOwnHeading, children }: PageProps) {
  useDocumentTitle(title);
  const main = useFocusOnHeading();
  return (
    <div className="nhsuk-width-container">
      {breadcrumbs && <Breadcrumbs crumbs={breadcrumbs} />}
      {back && !breadcrumbs && (
        <nav className="hub-no-print" aria-label="Back">
          <Link className="nhsuk-back-link" to={back.to}>
            {back.label}
          </Link>
        </nav>
      )}
      <main className="nhsuk-main-wrapper" id="maincontent" ref={main}>
        <Columns aside={aside} wide={wide}>
          {!hasOwnHeading && (
            <h1 className="hub-title" tabIndex={-1}>
              {caption && <span className="nhsuk-caption-l">{caption}</span>}
              {caption && <span className="nhsuk-u-visually-hidden">: </span>}
              {title}
            </h1>
          )}
          {facts && <div className="hub-page-facts">{facts}</div>}
          {children}
        </Columns>
      </main>
    </div>
  );
}

function Breadcrumbs({ crumbs }: { readonly crumbs: readonly Crumb[] }) {
  const parent = crumbs.at(-1);
  return (
    <nav className="nhsuk-breadcrumb hub-no-print" aria-label="Breadcrumb">
      <ol className="nhsuk-breadcrumb__list">
        {crumbs.map((crumb) => (
          <li className="nhsuk-breadcrumb__list-item" key={crumb.to}>
            <Link className="nhsuk-breadcrumb__link" to={crumb.to}>
              {crumb.label}
            </Link>
          </li>
        ))}
      </ol>
      {parent && (
        <Link className="nhsuk-back-link" to={parent.to}>
          <span className="nhsuk-u-visually-hidden">Back to </span>
          {parent.label}
        </Link>
      )}
    </nav>
  );
}

function useDocumentTitle(title: string): void {
  const section = useSection();
  const { search } = useLocation();
  const isLaterPage = new URLSearchParams(search).has('after');
  useEffect(() => {
    const parts = [`${title}${isLaterPage ? ' (older)' : ''}`, section === title ? '' : section, 'Vanguard hub'];
    document.title = parts.filter(Boolean).join(' – ');
  }, [title, section, isLaterPage]);
}

let lastKey: string | undefined;

/** After trying again the failed page is gone with its button: the page that takes its place gets the focus. */
export function focusOnNextHeading(): void {
  lastKey = '';
}

/** The first page of a visit keeps the browser's own focus. */
function useFocusOnHeading() {
  const main = useRef<HTMLElement>(null);
  const { key, hash } = useLocation();
  useEffect(() => {
    const isFirstPage = lastKey === undefined;
    const isSamePage = lastKey === key;
    lastKey = key;
    if (isFirstPage || isSamePage || hash) return;
    main.current?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }, [key, hash]);
  return main;
}
