/** Buttons do, links go. A button is never disabled: pressing twice is safe, because a request carries its own id. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';

type Look = 'primary' | 'secondary' | 'warning';

interface ButtonProps {
  /** Says what happens: "Post reply", "Publish version 2". Never "Submit". */
  readonly children: ReactNode;
  readonly look?: Look;
  readonly small?: boolean;
  /** Without one the button submits the form that it is in. */
  readonly onClick?: () => void;
  readonly describedBy?: string;
}

/** Something that changes the hub or the page. */
export function Button({ children, look = 'primary', small, onClick, describedBy }: ButtonProps) {
  return (
    <button
      className={classes(look, small)}
      type={onClick ? 'button' : 'submit'}
      onClick={onClick}
      aria-describedby={describedBy}
    >
      {children}
    </button>
  );
}

interface ButtonLinkProps {
  readonly to: string;
  readonly children: ReactNode;
  readonly look?: Look;
  readonly small?: boolean;
}

/** A link that starts something, in the look of a button. */
export function ButtonLink({ to, children, look = 'primary', small }: ButtonLinkProps) {
  return (
    <Link className={classes(look, small)} to={to}>
      {children}
    </Link>
  );
}

/** Buttons side by side, stacked on a phone. The primary one comes first. */
export function ButtonGroup({ children }: { readonly children: ReactNode }) {
  return <div className="nhsuk-button-group hub-no-print">{children}</div>;
}

/** A button that reads as a link, for small actions inside text. */
export function LinkButton({
  children,
  onClick,
  describedBy,
}: Pick<ButtonProps, 'children' | 'onClick' | 'describedBy'>) {
  return (
    <button className="hub-link-button" type="button" onClick={onClick} aria-describedby={describedBy}>
      {children}
    </button>
  );
}

function classes(look: Look, small: boolean | undefined): string {
  return `nhsuk-button${look === 'primary' ? '' : ` nhsuk-button--${look}`}${small ? ' nhsuk-button--small' : ''} hub-no-print`;
}
