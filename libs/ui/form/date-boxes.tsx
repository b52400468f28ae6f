/** A date in boxes, as the design system asks for dates that people know. */
import { useContext } from 'react';
import { FormContext } from './form-context';

export interface DateBox<Part extends string> {
  readonly part: Part;
  readonly label: string;
  readonly width: 2 | 4;
}

interface DateBoxesProps<Part extends string> {
  readonly boxes: readonly DateBox<Part>[];
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly value: Readonly<Record<Part, string>>;
  readonly onChange: (part: Part, text: string) => void;
}

/** The first box is what a problem with the date links to. */
export function DateBoxes<Part extends string>({ boxes, name, label, hint, value, onChange }: DateBoxesProps<Part>) {
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
                onChange={(event) => onChange(part, event.target.value)}
              />
            </div>
          ))}
        </div>
      </fieldset>
    </div>
  );
}
