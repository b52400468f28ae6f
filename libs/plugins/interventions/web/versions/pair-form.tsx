/** Which 2 versions are compared: any pair. The choice is in the address, so that it can be shared and gone back to. */
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Button, Form, formatDate, Select } from '@hub/ui';

export interface VersionChoice {
  readonly number: number;
  readonly publishedAt: string;
}

interface PairFormProps {
  readonly address: string;
  readonly from: number;
  readonly to: number;
  readonly versions: readonly VersionChoice[];
}

/** Nothing where there is only 1 version. */
export function PairForm({ address, from, to, versions }: PairFormProps) {
  const navigate = useNavigate();
  const [pair, choose] = useState({ from: String(from), to: String(to) });
  if (versions.length < 2) return null;
  const choices = versions.map(({ number, publishedAt }) => ({
    value: String(number),
    label: `Version ${number}, ${formatDate(publishedAt)}`,
  }));
  return (
    <Form label="Versions to compare" onSubmit={() => void navigate(`${address}?from=${pair.from}&to=${pair.to}`)}>
      <Select
        name="from"
        label="Compare"
        choices={choices}
        value={pair.from}
        onChange={(chosen) => choose({ ...pair, from: chosen })}
      />
      <Select
        name="to"
        label="With"
        choices={choices}
        value={pair.to}
        onChange={(chosen) => choose({ ...pair, to: chosen })}
      />
      <Button look="secondary">Compare these</Button>
    </Form>
  );
}
