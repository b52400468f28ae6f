/** What one hears of without having chosen it: each switched off, or on again, at once. */
import { useState } from 'react';
import { MutationProblems, useMutationForm } from '@hub/core/web';
import { Checkboxes, Form } from '@hub/ui';
import { SetDefaultRuleDocument, type NotificationSettingsQuery } from './settings.generated';

interface DefaultRulesFormProps {
  readonly label: string;
  readonly hint: string;
  readonly rules: NotificationSettingsQuery['defaultRules'];
}

/** Nothing where there are none. */
export function DefaultRulesForm({ label, hint, rules }: DefaultRulesFormProps) {
  const [on, setOn] = useState(rules.filter(({ isOn }) => isOn).map(({ name }) => name));
  const [status, setStatus] = useState('');
  const form = useMutationForm(SetDefaultRuleDocument);
  const choose = async (chosen: string[]) => {
    const changed = rules.find(({ name }) => on.includes(name) !== chosen.includes(name));
    if (!changed) return;
    const before = on;
    setOn(chosen);
    setStatus('');
    const isOn = chosen.includes(changed.name);
    if (!(await form.submit({ rule: changed.name, isOn }))) return setOn(before);
    setStatus(`${isOn ? 'Switched on' : 'Switched off'}: ${changed.label}.`);
  };
  if (rules.length === 0) return null;
  return (
    <Form onSubmit={() => undefined} problems={[]} scope={label.replaceAll(' ', '-')} label={label}>
      <MutationProblems problem={form.problem} />
      <Checkboxes
        name="defaultRules"
        labelSize="m"
        {...{ label, hint }}
        choices={rules.map(({ name, label }) => ({ value: name, label }))}
        values={on}
        onChange={(chosen) => void choose(chosen)}
      />
      <p role="status">{status}</p>
    </Form>
  );
}
