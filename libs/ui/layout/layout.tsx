/** Columns: one, two thirds wide; a second, from 769px, that holds only what the page works without. */
import type { ReactNode } from 'react';

/** The reading column, or the full width for comparisons and tables; `aside` stands beside it on wide screens. */
export function Columns({
  children,
  aside,
  wide = false,
}: {
  readonly children: ReactNode;
  readonly aside?: ReactNode;
  readonly wide?: boolean;
}) {
  return (
    <div className="nhsuk-grid-row">
      <div className={wide ? 'nhsuk-grid-column-full' : 'nhsuk-grid-column-two-thirds'}>{children}</div>
      {aside && <div className="nhsuk-grid-column-one-third">{aside}</div>}
    </div>
  );
}

/** A small line of facts under a title: site, date, counts. */
export function Meta({ children }: { readonly children: ReactNode }) {
  return <p className="hub-meta">{children}</p>;
}

/** Words for screen readers only. */
export function Hidden({ children }: { readonly children: ReactNode }) {
  return <span className="nhsuk-u-visually-hidden">{children}</span>;
}

/** A wide thing that scrolls sideways inside its own labelled region. */
export function ScrollRegion({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="hub-scroll" role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
