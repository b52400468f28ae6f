/** A date in three boxes, as the design system asks for dates that people know. */
import { useContext } from 'react';
import { FormContext } from './form-context';
import type { DayParts } from './day';

interface DayFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly value: DayParts;
  readonly onChange: (value: DayParts) => void;
}

const boxes = [
  { part: 'day', label: 'Day', width: 2 },
  { part: 'month', label: 'Month', width: 2 },
  { part: 'year', label: 'Year', width: 4 },
] as const;

/** The first box is what a problem with the date links to. */
export function DayField({ name, label, hint, value, onChange }: DayFieldProps) {
  const error = useContext(FormContext).find(({ path }) => path === name)?.message;
  const id = `field-${name}`;
  return (
    <div className={`nhsuk-form-group${error ? ' nhsuk-form-group--error' : ''}`}>
      <fieldset
        className="nhsuk-fieldset"
        role="group"
        aria-describedby={error ? `${id}-hint ${id}-error` : `${id}-hint`}
      >
        <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{label}</legend>
        <div className="nhsuk-hint" id={`${id}-hint`}>
          {hint}
        </div>
        {error && (
          <span className="nhsuk-error-message" id={`${id}-error`}>
            <span className="nhsuk-u-visually-hidden">Error: </span>
            {error}
          </span>
        )}
        <div className="nhsuk-date-input">
          {boxes.map(({ part, label: words, width }, index) => (
            <div className="nhsuk-date-input__item" key={part}>
              <label className="nhsuk-label nhsuk-date-input__label" htmlFor={index === 0 ? id : `${id}-${part}`}>
                {words}
              </label>
              <input
                id={index === 0 ? id : `${id}-${part}`}
                className={`nhsuk-input nhsuk-date-input__input nhsuk-input--width-${width}${error ? ' nhsuk-input--error' : ''}`}
                inputMode="numeric"
                value={value[part]}
                onChange={(event) => onChange({ ...value, [part]: event.target.value })}
              />
            </div>
          ))}
        </div>
      </fieldset>
    </div>
  );
}
