/** Figures as rows of what, how many and of which unit. Rows come and go with buttons; the focus follows. */
import { useEffect, useRef } from 'react';
import { Hidden } from '../layout/layout';
import { counted } from '../text/counted';
import { Button, LinkButton } from './button';
import { emptyRow, type FigureRow } from './figure-rows';
import { fieldId } from './form-context';
import { TextField } from './text-field';

interface FiguresFieldProps {
  readonly rows: readonly FigureRow[];
  readonly onChange: (rows: FigureRow[]) => void;
  readonly limits: FigureLimits;
  /** The path of the list in the input, where a form has several. */
  readonly name?: string;
  readonly legend?: string;
  /** The most that it takes. */
  readonly most?: number;
}

/** The longest texts that a figure takes. */
interface FigureLimits {
  readonly label: number;
  readonly unit: number;
}

/** The most figures that one entry takes. */
export const mostFigures = 50;

/** A new row takes the focus; after removing, the row that came to its place does, or the button that adds one. */
export function FiguresField({
  rows,
  onChange,
  limits,
  name = 'figures',
  legend = 'Figures, if you have any',
  most = mostFigures,
}: FiguresFieldProps) {
  const hint = `${fieldId(name)}-hint`;
  const group = useRef<HTMLFieldSetElement>(null);
  const nextFocus = useRef<string | null>(null);
  useEffect(() => {
    if (nextFocus.current === null) return;
    group.current?.querySelector<HTMLElement>(nextFocus.current)?.focus();
    nextFocus.current = null;
  }, [rows]);

  const change = (index: number, fields: Partial<FigureRow>) =>
    onChange(rows.map((row, at) => (at === index ? { ...row, ...fields } : row)));
  const add = () => {
    nextFocus.current = `#${boxId(name, rows.length)}`;
    onChange([...rows, emptyRow]);
  };
  const remove = (index: number) => {
    const left = rows.filter((_, at) => at !== index);
    nextFocus.current =
      left.length > 0 ? `#${boxId(name, Math.min(index, left.length - 1))}` : '.hub-figure-rows__add button';
    onChange(left);
  };

  return (
    <fieldset className="nhsuk-fieldset hub-figure-rows" ref={group} aria-describedby={hint}>
      <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{legend}</legend>
      <div className="nhsuk-hint" id={hint}>
        Numbers of groups, never of one person. For example: cough the main reason, 148, letters
      </div>
      {rows.map((row, index) => (
        <FigureRowBoxes
          key={index}
          {...{ row, index, limits, name }}
          onChange={(fields) => change(index, fields)}
          onRemove={() => remove(index)}
        />
      ))}
      {rows.length < most && (
        <div className="hub-figure-rows__add">
          <Button look="secondary" small onClick={add}>
            {rows.length === 0 ? 'Add a figure' : 'Add another figure'}
          </Button>
        </div>
      )}
      <div className="nhsuk-u-visually-hidden" role="status">
        {counted(rows.length, 'figure')}
      </div>
    </fieldset>
  );
}

interface FigureRowProps {
  readonly row: FigureRow;
  readonly index: number;
  readonly name: string;
  readonly limits: FigureLimits;
  readonly onChange: (fields: Partial<FigureRow>) => void;
  readonly onRemove: () => void;
}

function FigureRowBoxes({ row, index, limits, name: list, onChange, onRemove }: FigureRowProps) {
  const place = <Hidden> of figure {index + 1}</Hidden>;
  const name = `${list}.${index}`;
  return (
    <div className="hub-figure-rows__row" role="group" aria-label={`Figure ${index + 1}`}>
      <TextField
        name={`${name}.label`}
        label={<>What it counts{place}</>}
        limit={limits.label}
        value={row.label}
        onChange={(label) => onChange({ label })}
      />
      <TextField
        name={`${name}.value`}
        label={<>Number{place}</>}
        inputMode="decimal"
        className="nhsuk-input--width-5"
        value={row.value}
        onChange={(value) => onChange({ value })}
      />
      <TextField
        name={`${name}.unit`}
        label={<>Unit{place}</>}
        className="nhsuk-input--width-10"
        limit={limits.unit}
        value={row.unit}
        onChange={(unit) => onChange({ unit })}
      />
      <div className="hub-figure-rows__remove">
        <LinkButton onClick={onRemove}>
          Remove<Hidden> figure {index + 1}</Hidden>
        </LinkButton>
      </div>
    </div>
  );
}

function boxId(name: string, index: number): string {
  return fieldId(`${name}.${index}.label`);
}
