/** One section or component in its three texts, with what to do about it. */
import { DiffText, Radios, TextArea } from '@hub/ui';
import { textLimits } from '@hub/graphql';
import type { Answer, AskedPart } from './asked-parts';

interface PartChoiceProps {
  readonly part: AskedPart;
  readonly answer: Answer;
  /** Whether the site has a text of its own to choose for. */
  readonly hasText: boolean;
  readonly names: { readonly source: string; readonly site: string; readonly from: number; readonly to: number };
  readonly onChange: (answer: Partial<Answer>) => void;
}

export function PartChoice({ part, answer, hasText, names, onChange }: PartChoiceProps) {
  const { id, heading, base, theirs, ours, proposal } = part;
  return (
    <section className="hub-difference" aria-labelledby={`part-${part.part}-${part.key}`}>
      <h2 id={`part-${part.part}-${part.key}`}>{heading}</h2>
      <DiffText
        source={base}
        local={theirs}
        sourceHeading={`${names.source}, version ${names.from}`}
        localHeading={`${names.source}, version ${names.to}`}
        headingLevel={3}
      />
      {hasText && (
        <>
          {ours === base ? (
            <p className="hub-quiet">
              {names.site} has it as version {names.from} had it.
            </p>
          ) : (
            <DiffText
              source={theirs}
              local={ours}
              sourceHeading={`${names.source}, version ${names.to}`}
              localHeading={`Now at ${names.site}`}
              headingLevel={3}
            />
          )}
          <Radios
            name={id}
            label={`What do you want to do with “${heading}”?`}
            labelSize="s"
            {...(proposal ? {} : { hint: 'It was changed at both places' })}
            choices={[
              { value: 'KEEP', label: `Keep what ${names.site} has` },
              {
                value: 'TAKE',
                label: theirs ? `Take what ${names.source} has` : `Take it out, as ${names.source} did`,
              },
              {
                value: 'COMBINE',
                label: 'Combine both by hand',
                more: (
                  <TextArea
                    name={`${id}.text`}
                    label={part.component ? 'Its description from now on' : 'The text from now on'}
                    rows={8}
                    limit={textLimits['MergeChoiceInput.body']}
                    value={answer.text}
                    onChange={(text) => onChange({ text })}
                  />
                ),
              },
            ]}
            value={answer.choice || null}
            onChange={(choice) => onChange({ choice })}
          />
          <TextArea
            name={`${id}.reason`}
            label="Why? (optional)"
            hint="It stays with your record, for others to learn from"
            rows={2}
            limit={textLimits['MergeChoiceInput.reason']}
            value={answer.reason}
            onChange={(reason) => onChange({ reason })}
          />
        </>
      )}
    </section>
  );
}
