/** What the hub keeps of the member: a copy to take away, and the way to be erased. */
import { useState } from 'react';
import { Link } from 'react-router';
import { MutationProblems, Page, useMutationForm, saveFile } from '@hub/core/web';
import { Announcer, Button } from '@hub/ui';
import { accountCrumbs, sayConflict } from '../account';
import { ExportMyDataDocument } from '../account.generated';

export default function YourDataPage() {
  const [said, setSaid] = useState('');
  const form = useMutationForm(ExportMyDataDocument, {
    onDone: ({ exportMyData }) => {
      saveFile(exportMyData.fileName, exportMyData.content, 'application/json');
      setSaid(`${exportMyData.fileName} is in your downloads`);
    },
  });
  return (
    <Page title="Your data" breadcrumbs={accountCrumbs}>
      <h2>A copy of it</h2>
      <p>
        One file with all that the hub keeps of you: your account, your profile and what you wrote. It is JSON, which
        programs read.
      </p>
      <MutationProblems problem={sayConflict(form.problem)} />
      <Button onClick={() => void form.submit({})}>Download my data</Button>
      {said && <p>{said}.</p>}
      <Announcer message={said} urgent />
      <h2>Be erased</h2>
      <p>
        Who you are is deleted from the hub. What you wrote for others stays, without your name. First read{' '}
        <Link to="/account/erase">what goes and what stays</Link>.
      </p>
    </Page>
  );
}
