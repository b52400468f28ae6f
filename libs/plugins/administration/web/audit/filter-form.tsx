/** Narrows the audit log by who, what, about what and when. Nothing happens while choosing. */
import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { Link } from 'react-router';
import { Button, Details, Form, Select, TextField } from '@hub/ui';
import { addressOf, valuesIn, type FilterName } from './filter';

const outcomes = [
  { value: '', label: 'Any' },
  { value: 'DONE', label: 'Done' },
  { value: 'REFUSED', label: 'Refused' },
] as const;

export function AuditFilterForm() {
  const { search } = useLocation();
  return <FilterForm key={search} search={search} />;
}

function FilterForm({ search }: { readonly search: string }) {
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const [values, setValues] = useState(() => valuesIn(search));
  const isChosen = addressOf(pathname, valuesIn(search)) !== pathname;
  const field = (name: FilterName) => ({
    name,
    value: values[name],
    onChange: (value: string) => setValues({ ...values, [name]: value }),
  });
  const outcome = outcomes.find(({ value }) => value === values.outcome)?.value ?? '';
  return (
    <div className="hub-no-print">
      <Details summary="Filter" open={isChosen}>
        <Form onSubmit={() => void navigate(addressOf(pathname, values))} problems={[]} label="Filter the audit log">
          <TextField {...field('who')} label="Who" hint="Words of a name, or a member’s reference" limit={200} />
          <TextField
            {...field('what')}
            label="What"
            hint="How the action begins, such as session or member.suspended"
            limit={100}
          />
          <TextField {...field('about')} label="About" hint="Words of a title, or a reference" limit={300} />
          <Select {...field('outcome')} label="How it ended" choices={outcomes} value={outcome} />
          <TextField {...field('from')} label="From" type="date" className="nhsuk-input--width-10" />
          <TextField
            {...field('to')}
            label="To"
            hint="That day included"
            type="date"
            className="nhsuk-input--width-10"
          />
          <Button look="secondary">Apply filters</Button>
        </Form>
        {isChosen && <Link to={pathname}>Clear the filters</Link>}
      </Details>
    </div>
  );
}
