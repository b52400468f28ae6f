/** What few people need, one press away. Printing opens it. */
import type { ReactNode } from 'react';

export function Details({
  summary,
  open,
  children,
}: {
  readonly summary: ReactNode;
  readonly open?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <details className="nhsuk-details" open={open}>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">{summary}</span>
      </summary>
      <div className="nhsuk-details__text">{children}</div>
    </details>
  );
}

/** A remark set apart from the text around it. Not for forms. */
export function InsetText({ children }: { readonly children: ReactNode }) {
  return <div className="nhsuk-inset-text">{children}</div>;
}
