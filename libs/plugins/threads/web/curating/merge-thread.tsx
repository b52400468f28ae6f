/** Merging a discussion into another one, whose address a facilitator pastes. */
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { HubForm, useLinkTo, useMutationForm } from '@hub/core/web';
import { Button, TextField } from '@hub/ui';
import { threadNamed } from '../old-place';
import type { ThreadOnPage } from '../thread.page';
import { MergeThreadsDocument } from '../writing.generated';

export function MergeThread({ thread }: { readonly thread: ThreadOnPage }) {
  const [pasted, setPasted] = useState('');
  const navigate = useNavigate();
  const linkTo = useLinkTo();
  const form = useMutationForm(MergeThreadsDocument, {
    onDone: ({ mergeThreads }) => void navigate(linkTo(mergeThreads.thread.id)),
  });
  const submit = () => {
    const into = threadNamed(pasted);
    if (into) return void form.submit({ thread: thread.id, into });
    const fields = [{ path: 'into', message: 'Enter the address of a discussion' }];
    form.setProblem({ code: 'BAD_USER_INPUT', message: '', fields, retryAfter: null, extensions: {} });
  };
  return (
    <>
      <p>
        <Link to={linkTo(thread.id, '/split')}>Make a new discussion of some replies</Link>
      </p>
      <HubForm form={form} onSubmit={submit} label="Merge into another discussion" scope="merge">
        <TextField
          name="into"
          label="Address of the discussion that it shall be part of"
          hint="Its posts go to the end of that one. Links to them go on working. This cannot be undone"
          value={pasted}
          onChange={setPasted}
        />
        <Button look="secondary">Merge</Button>
      </HubForm>
    </>
  );
}
