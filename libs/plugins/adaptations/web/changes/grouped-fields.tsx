/** The questions with many answers, in groups: what kind of change, what made it needed, who decided. */
import { useState, type ReactNode } from 'react';
import { Checkboxes, Details, Radios, type Choice } from '@hub/ui';
import { ManyOf, type OnAnswer } from './axis-fields';
import { changeKinds, choicesOn, codesOfKinds, codesOn, kindAxes, kindsOf, rarerKinds, valueOf } from './frame-answers';
import { reasonGroups } from './questions';

interface GroupedProps {
  readonly heading: ReactNode;
  readonly codes: readonly string[];
  readonly onAnswer: OnAnswer;
}

/** Three short groups, and the rare kinds behind one press; open from the start when one of them was chosen before. */
export function KindFields({ heading, codes, onAnswer }: GroupedProps) {
  const kinds = kindsOf(codes);
  const [hadRare] = useState(() => rarerKinds.some(({ value }) => kinds.includes(value)));
  const group = (choices: readonly Choice[], label: string, name: string) => {
    const own = choices.map(({ value }) => value);
    const others = kinds.filter((kind) => !own.includes(kind));
    return (
      <Checkboxes
        key={name}
        {...{ name, label, choices }}
        values={kinds.filter((kind) => own.includes(kind))}
        onChange={(chosen) => onAnswer(kindAxes, codesOfKinds([...others, ...chosen]))}
      />
    );
  };
  return (
    <>
      <h1 tabIndex={-1}>{heading}</h1>
      <p className="nhsuk-hint">Choose all that apply</p>
      {changeKinds.map(({ heading: label, choices }, index) => group(choices, label, `kind-${index}`))}
      <Details summary="Other kinds of change" open={hadRare}>
        {group(rarerKinds, 'Other kinds of change', 'kind-rare')}
      </Details>
    </>
  );
}

/** People, staff, setting, rules: each opens its own reasons. */
export function ReasonFields({ heading, codes, onAnswer }: GroupedProps) {
  return (
    <>
      <h1 tabIndex={-1}>{heading}</h1>
      <p className="nhsuk-hint">Choose all that apply. Speak of groups, never of one person</p>
      {reasonGroups.map((group) => (
        <ReasonGroup key={group.axis} {...{ group, codes, onAnswer }} />
      ))}
    </>
  );
}

interface ReasonGroupProps extends Omit<GroupedProps, 'heading'> {
  readonly group: (typeof reasonGroups)[number];
}

function ReasonGroup({ group: { axis, label, hint }, codes, onAnswer }: ReasonGroupProps) {
  const chosen = codesOn(codes, axis).length;
  const [wasOpen] = useState(chosen > 0);
  return (
    <Details summary={chosen > 0 ? `${label} (${chosen} chosen)` : label} open={wasOpen}>
      <ManyOf {...{ axis, label, hint, codes, onAnswer }} />
    </Details>
  );
}

/** Who had the final say is asked once two or more took part. */
export function DecidedFields({ heading, codes, onAnswer }: GroupedProps) {
  const tookPart = new Set(codesOn(codes, 'decided_by').map(valueOf));
  const deciders = choicesOn('final_decision_by').filter(({ value }) => tookPart.has(valueOf(value)));
  return (
    <>
      <ManyOf
        axis="decided_by"
        label={heading}
        hint="Choose all who took part"
        codes={codes}
        onAnswer={onAnswer}
        isPageHeading
      />
      {deciders.length > 1 && (
        <Radios
          name="codes-final"
          label="Who had the final say?"
          hint="You can leave this open"
          choices={deciders}
          value={codesOn(codes, 'final_decision_by')[0] ?? null}
          onChange={(code) => onAnswer(['final_decision_by'], [code])}
        />
      )}
    </>
  );
}
