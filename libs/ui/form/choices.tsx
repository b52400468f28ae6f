/** Radios, checkboxes and a select: choosing from a list. */
import type { ReactNode } from 'react';
import { FieldError, FormGroup, type FieldProps } from './form-group';
import { useFieldError, useFieldId } from './form-context';

export interface Choice<Value extends string = string> {
  readonly value: Value;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** Shown under the choice while it is chosen. */
  readonly more?: ReactNode;
}

interface ChoicesProps<Value extends string> extends FieldProps {
  readonly choices: readonly Choice<Value>[];
  readonly small?: boolean;
}

interface RadiosProps<Value extends string> extends ChoicesProps<Value> {
  /** Null while nothing is chosen. */
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
}

interface CheckboxesProps<Value extends string> extends ChoicesProps<Value> {
  readonly values: readonly Value[];
  readonly onChange: (values: Value[]) => void;
}

/** One of a few. */
export function Radios<Value extends string>({ choices, value, onChange, small, ...field }: RadiosProps<Value>) {
  return (
    <ChoiceGroup {...field}>
      <div className={`nhsuk-radios${small ? ' nhsuk-radios--small' : ''}`}>
        {choices.map((choice, index) => (
          <ChoiceItem
            key={choice.value}
            {...{ choice, index }}
            type="radio"
            name={field.name}
            checked={choice.value === value}
            onToggle={() => onChange(choice.value)}
          />
        ))}
      </div>
    </ChoiceGroup>
  );
}

/** Any of a few. The order of the values is that of the choices. */
export function Checkboxes<Value extends string>({
  choices,
  values,
  onChange,
  small,
  ...field
}: CheckboxesProps<Value>) {
  const toggle = (value: Value, on: boolean) =>
    onChange(choices.map((choice) => choice.value).filter((each) => (each === value ? on : values.includes(each))));
  return (
    <ChoiceGroup {...field}>
      <div className={`nhsuk-checkboxes${small ? ' nhsuk-checkboxes--small' : ''}`}>
        {choices.map((choice, index) => (
          <ChoiceItem
            key={choice.value}
            {...{ choice, index }}
            type="checkbox"
            name={field.name}
            checked={values.includes(choice.value)}
            onToggle={(on) => toggle(choice.value, on)}
          />
        ))}
      </div>
    </ChoiceGroup>
  );
}

interface SelectProps<Value extends string> extends FieldProps {
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** One of many. Use radios for up to 8. */
export function Select<Value extends string>({ choices, value, onChange, ...field }: SelectProps<Value>) {
  const chosen = (text: string) => choices.find((choice) => choice.value === text);
  return (
    <FormGroup {...field}>
      {(ids, error) => (
        <select
          {...ids}
          className={`nhsuk-select${error ? ' nhsuk-select--error' : ''}`}
          name={field.name}
          value={value}
          onChange={(event) => {
            const choice = chosen(event.target.value);
            if (choice) onChange(choice.value);
          }}
        >
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </FormGroup>
  );
}

function ChoiceGroup({
  name,
  label,
  hint,
  labelSize = 's',
  isPageHeading,
  children,
}: FieldProps & { readonly children: ReactNode }) {
  const error = useFieldError(name);
  const id = useFieldId(name);
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={`nhsuk-form-group${error ? ' nhsuk-form-group--error' : ''}`}>
      <fieldset className="nhsuk-fieldset" aria-describedby={described || undefined}>
        <legend className={`nhsuk-fieldset__legend nhsuk-fieldset__legend--${labelSize}`}>
          {isPageHeading ? (
            <h1 className="nhsuk-fieldset__heading" tabIndex={-1}>
              {label}
            </h1>
          ) : (
            label
          )}
        </legend>
        {hint && (
          <div className="nhsuk-hint" id={`${id}-hint`}>
            {hint}
          </div>
        )}
        <FieldError id={id} error={error} />
        {children}
      </fieldset>
    </div>
  );
}

interface ChoiceItemProps {
  readonly type: 'radio' | 'checkbox';
  readonly name: string;
  readonly choice: Choice;
  readonly index: number;
  readonly checked: boolean;
  readonly onToggle: (on: boolean) => void;
}

function ChoiceItem({ type, name, choice, index, checked, onToggle }: ChoiceItemProps) {
  const block = type === 'radio' ? 'nhsuk-radios' : 'nhsuk-checkboxes';
  const first = useFieldId(name);
  const id = index === 0 ? first : `${first}-${index + 1}`;
  return (
    <>
      <div className={`${block}__item`}>
        <input
          className={`${block}__input`}
          {...{ id, type, name, checked }}
          value={choice.value}
          aria-describedby={choice.hint ? `${id}-item-hint` : undefined}
          onChange={(event) => onToggle(event.target.checked)}
        />
        <label className={`nhsuk-label ${block}__label`} htmlFor={id}>
          {choice.label}
        </label>
        {choice.hint && (
          <div className={`nhsuk-hint ${block}__hint`} id={`${id}-item-hint`}>
            {choice.hint}
          </div>
        )}
      </div>
      {choice.more && checked && <div className={`${block}__conditional`}>{choice.more}</div>}
    </>
  );
}
