/** "I" statements of patients and families: a few words to begin with, what matters, and what it is for. */
import { useRef, useState } from 'react';
import { textLimits } from '@hub/graphql';
import { Button, counted, Hidden, LinkButton, Select, TextField } from '@hub/ui';
import { noStatement, statementBeginnings, statementOf } from './statement-words';

interface StatementsFieldProps {
  readonly statements: readonly string[];
  readonly onChange: (statements: string[]) => void;
}

/** The most statements that one entry takes. */
const mostStatements = 20;

/** Those that are there can be put in other words, or removed; the focus then goes to the words of a new one. */
export function StatementsField({ statements, onChange }: StatementsFieldProps) {
  const group = useRef<HTMLFieldSetElement>(null);
  const [parts, setParts] = useState(noStatement);
  const statement = statementOf(parts);
  const toNewWords = () => group.current?.querySelector<HTMLElement>('#field-statement-what')?.focus();
  const add = () => {
    if (statement) {
      onChange([...statements, statement]);
      setParts({ ...noStatement, beginning: parts.beginning });
    }
    toNewWords();
  };
  return (
    <fieldset className="nhsuk-fieldset hub-figure-rows" ref={group} aria-describedby="statements-hint">
      <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">
        What matters to them, in “I” statements
      </legend>
      <div className="nhsuk-hint" id="statements-hint">
        In a person’s own words, such as “I know when to come back”. No names and no details of care
      </div>
      {statements.map((each, index) => (
        <div key={index}>
          <TextField
            name={`statements.${index}`}
            label={`Statement ${index + 1}`}
            limit={textLimits['RecordSuitabilityInput.statements']}
            value={each}
            onChange={(words) => onChange(statements.map((other, at) => (at === index ? words : other)))}
          />
          <p>
            <LinkButton
              onClick={() => {
                onChange(statements.filter((_, at) => at !== index));
                toNewWords();
              }}
            >
              Remove<Hidden> statement {index + 1}</Hidden>
            </LinkButton>
          </p>
        </div>
      ))}
      {statements.length < mostStatements && (
        <div className="hub-figure-rows__row">
          <Select
            name="statement-beginning"
            label="It begins"
            choices={statementBeginnings.map((words) => ({ value: words, label: words }))}
            value={parts.beginning}
            onChange={(beginning) => setParts({ ...parts, beginning })}
          />
          <TextField
            name="statement-what"
            label="What matters"
            value={parts.what}
            onChange={(what) => setParts({ ...parts, what })}
          />
          <TextField
            name="statement-so-that"
            label="So that (optional)"
            value={parts.soThat}
            onChange={(soThat) => setParts({ ...parts, soThat })}
          />
          <div className="hub-figure-rows__add">
            {statement && <p className="hub-quote">“{statement}”</p>}
            <Button look="secondary" small onClick={add}>
              Add this statement
            </Button>
          </div>
        </div>
      )}
      <div className="nhsuk-u-visually-hidden" role="status">
        {counted(statements.length, 'statement')}
      </div>
    </fieldset>
  );
}
