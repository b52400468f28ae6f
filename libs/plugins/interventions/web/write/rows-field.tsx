/** A list of things to write, each with its own boxes: added, removed and moved with buttons, the focus going along. */
import { useEffect, useRef, type ReactNode } from 'react';
import { Button, Hidden, LinkButton } from '@hub/ui';

interface RowsFieldProps<Row> {
  readonly rows: readonly Row[];
  readonly onChange: (rows: Row[]) => void;
  readonly empty: () => Row;
  /** What one of them is, such as `component`. */
  readonly what: string;
  readonly most: number;
  /** The boxes of one row. */
  readonly children: (row: Row, at: number, change: (fields: Partial<Row>) => void) => ReactNode;
}

export function RowsField<Row extends object>({ rows, onChange, empty, what, most, children }: RowsFieldProps<Row>) {
  const group = useRef<HTMLDivElement>(null);
  const nextFocus = useRef<number | null>(null);
  useEffect(() => {
    if (nextFocus.current === null) return;
    const row = group.current?.children[Math.min(nextFocus.current, rows.length - 1)];
    (
      row?.querySelector<HTMLElement>('input, textarea') ?? group.current?.parentElement?.querySelector('button')
    )?.focus();
    nextFocus.current = null;
  }, [rows]);
  const change = (at: number, fields: Partial<Row>) =>
    onChange(rows.map((row, index) => (index === at ? { ...row, ...fields } : row)));
  const put = (changed: Row[], focus: number) => {
    nextFocus.current = focus;
    onChange(changed);
  };
  const moveUp = (at: number) => {
    const others = rows.filter((_, index) => index !== at);
    put([...others.slice(0, at - 1), ...rows.slice(at, at + 1), ...others.slice(at - 1)], at - 1);
  };
  return (
    <div>
      <div ref={group}>
        {rows.map((row, at) => (
          <fieldset className="nhsuk-fieldset nhsuk-u-margin-bottom-5" key={at}>
            <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--m">
              {what[0]?.toUpperCase()}
              {what.slice(1)} {at + 1}
            </legend>
            {children(row, at, (fields) => change(at, fields))}
            <p>
              {at > 0 && (
                <>
                  <LinkButton onClick={() => moveUp(at)}>
                    Move up
                    <Hidden>
                      {' '}
                      {what} {at + 1}
                    </Hidden>
                  </LinkButton>{' '}
                </>
              )}
              <LinkButton
                onClick={() =>
                  put(
                    rows.filter((_, index) => index !== at),
                    at,
                  )
                }
              >
                Remove
                <Hidden>
                  {' '}
                  {what} {at + 1}
                </Hidden>
              </LinkButton>
            </p>
          </fieldset>
        ))}
      </div>
      {rows.length < most && (
        <Button look="secondary" small onClick={() => put([...rows, empty()], rows.length)}>
          Add {rows.length === 0 ? 'a' : 'another'} {what}
        </Button>
      )}
    </div>
  );
}
