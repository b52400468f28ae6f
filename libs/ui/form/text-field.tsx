/** Boxes to type in. Nothing is cut off: a text that is too long keeps its end, says so, and the server says so too. */
import { useId, type ComponentPropsWithoutRef } from 'react';
import { CharacterCount } from './character-count';
import { FieldNotice } from './form-context';
import { FormGroup, type FieldProps } from './form-group';

interface TextProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The longest text allowed. The count shows once three quarters are used. */
  readonly limit?: number;
}

type InputExtras = Pick<
  ComponentPropsWithoutRef<'input'>,
  'type' | 'inputMode' | 'autoComplete' | 'className' | 'spellCheck'
>;

/** A single line. `width` is in characters. */
export function TextField({
  value,
  onChange,
  limit,
  type = 'text',
  inputMode,
  autoComplete,
  className,
  spellCheck,
  ...field
}: TextProps & InputExtras) {
  const countId = useId();
  return (
    <FormGroup {...field} describedBy={limit ? countId : undefined}>
      {(ids, error) => (
        <>
          <input
            {...ids}
            {...{ type, inputMode, autoComplete, spellCheck }}
            className={`nhsuk-input${error ? ' nhsuk-input--error' : ''}${className ? ` ${className}` : ''}`}
            name={field.name}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          {limit && <CharacterCount id={countId} length={value.length} limit={limit} />}
          <FieldNotice name={field.name} value={value} onChange={onChange} />
        </>
      )}
    </FormGroup>
  );
}

/** Several lines. People write Markdown in it where the hint says so. */
export function TextArea({ value, onChange, limit, rows = 5, ...field }: TextProps & { readonly rows?: number }) {
  const countId = useId();
  return (
    <FormGroup {...field} describedBy={limit ? countId : undefined}>
      {(ids, error) => (
        <>
          <textarea
            {...ids}
            className={`nhsuk-textarea${error ? ' nhsuk-textarea--error' : ''}`}
            name={field.name}
            rows={rows}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          {limit && <CharacterCount id={countId} length={value.length} limit={limit} />}
          <FieldNotice name={field.name} value={value} onChange={onChange} />
        </>
      )}
    </FormGroup>
  );
}
