/** Closing a discussion to replies, and opening it again, with the reason that everyone reads. */
import { useState } from 'react';
import { HubForm, useMutationForm } from '@hub/core/web';
import { textLimits } from '@hub/graphql';
import { Button, TextField } from '@hub/ui';
import type { ThreadOnPage } from '../thread.page';
import { SetThreadLockedDocument } from '../writing.generated';

export function LockThread({ thread }: { readonly thread: ThreadOnPage }) {
  const [reason, setReason] = useState('');
  const form = useMutationForm(SetThreadLockedDocument, { onDone: () => setReason('') });
  const submit = () => form.submit({ thread: thread.id, locked: !thread.locked, ...(thread.locked ? {} : { reason }) });
  return (
    <HubForm form={form} onSubmit={() => void submit()} label={thread.locked ? 'Open to replies' : 'Close to replies'}>
      {!thread.locked && (
        <TextField
          name="reason"
          label="Why is it closed to replies?"
          hint="Everyone who reads the discussion sees this"
          limit={textLimits['SetThreadLockedInput.reason']}
          value={reason}
          onChange={setReason}
        />
      )}
      <Button look="secondary">{thread.locked ? 'Open to replies again' : 'Close to replies'}</Button>
    </HubForm>
  );
}
