/** Being erased: what goes, what stays, and the question whether they are sure. */
import { useState } from 'react';
import { HubForm, leave, Page, useMutationForm, useViewer } from '@hub/core/web';
import { Button, TextField } from '@hub/ui';
import { missing, sayConflict } from '../account';
import { EraseMeDocument } from '../account.generated';

const goes = [
  'your name, your photo and all of your profile',
  'your e-mail address, your second step and your API tokens',
  'your memberships and roles',
  'what you follow, your notifications, and the letters to you',
  'all places where you are signed in',
];

const stays = [
  'what you published with your site: interventions, adaptations and their versions',
  'your discussions and replies, under “Former member”',
  'that somebody without a name was a member, in the audit log',
];

export default function ErasePage() {
  const viewer = useViewer();
  const [name, setName] = useState('');
  const form = useMutationForm(EraseMeDocument, { onDone: () => leave('/erased') });
  if (!viewer) return null;
  const erase = () => {
    const problem = missing('confirmName', name, `Type your name: ${viewer.displayName}`);
    if (problem) return form.setProblem(problem);
    void form.submit({ confirmName: name.trim() });
  };
  return (
    <Page title="Do you want to be erased?" back={{ to: '/account/your-data', label: 'Your data' }}>
      <h2 className="nhsuk-heading-m">What goes</h2>
      <Items items={goes} />
      <h2 className="nhsuk-heading-m">What stays</h2>
      <Items items={stays} />
      <p>
        This cannot be undone. If somebody could know you by what is said in a text, change that text before. Who is the
        only lead of a site first names another.
      </p>
      <HubForm form={{ problem: sayConflict(form.problem) }} onSubmit={erase}>
        <TextField
          name="confirmName"
          label="Type your name to confirm"
          hint={viewer.displayName}
          autoComplete="off"
          spellCheck={false}
          value={name}
          onChange={setName}
        />
        <Button look="warning">Erase me</Button>
      </HubForm>
    </Page>
  );
}

function Items({ items }: { readonly items: readonly string[] }) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}
