/** Making an API token: its name, what it may do, for how long. The secret is shown once, in place of the form. */
import { useState } from 'react';
import { HubForm, Page, useDraft, useMutationForm } from '@hub/core/web';
import { textLimits, type ApiTokenScope } from '@hub/graphql';
import { Button, Radios, TextField } from '@hub/ui';
import { missing, sayConflict } from '../account';
import { MakeApiTokenDocument } from '../account.generated';
import { TokenSecret } from './token-secret';

type May = 'READ' | 'WRITE';
type Days = '7' | '30' | '90' | '365';

const initial: { name: string; may: May; days: Days } = { name: '', may: 'READ', days: '30' };
const scopes: Readonly<Record<May, ApiTokenScope[]>> = { READ: ['READ'], WRITE: ['READ', 'WRITE'] };

const mayDo = [
  { value: 'READ', label: 'Read what I can see' },
  { value: 'WRITE', label: 'Read, and write in my name' },
] as const;

const lasts = [
  { value: '7', label: '7 days' },
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'A year' },
] as const;

export default function NewTokenPage() {
  const draft = useDraft('api-token', initial);
  const [secret, setSecret] = useState<string | null>(null);
  const form = useMutationForm(MakeApiTokenDocument, {
    onDone: ({ makeApiToken }) => {
      draft.clear();
      setSecret(makeApiToken.secret);
    },
  });
  if (secret) return <TokenSecret secret={secret} />;
  const { name, may, days } = draft.value;
  const make = () => {
    const problem = missing('name', name, 'Enter what the token is for');
    if (problem) return form.setProblem(problem);
    void form.submit({ name: name.trim(), scopes: scopes[may], days: Number(days) });
  };
  return (
    <Page title="Make an API token" back={{ to: '/account/api-tokens', label: 'API tokens' }}>
      <HubForm form={{ problem: sayConflict(form.problem) }} onSubmit={make}>
        <TextField
          name="name"
          label="What is it for?"
          hint="So that you know it again, such as the name of the program"
          limit={textLimits['MakeApiTokenInput.name']}
          value={name}
          onChange={(text) => draft.change({ name: text })}
        />
        <Radios
          name="scopes"
          label="What may it do?"
          choices={mayDo}
          value={may}
          onChange={(value) => draft.change({ may: value })}
        />
        <Radios
          name="days"
          label="For how long?"
          choices={lasts}
          value={days}
          onChange={(value) => draft.change({ days: value })}
        />
        <Button>Make the token</Button>
      </HubForm>
    </Page>
  );
}
