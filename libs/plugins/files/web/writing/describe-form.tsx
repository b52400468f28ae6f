/** Says anew what a picture shows. */
import { useState } from 'react';
import { HubForm, useMutationForm } from '@hub/core/web';
import { textLimits } from '@hub/graphql';
import { Button, TextField } from '@hub/ui';
import { DescribeAttachmentDocument, type AttachedFileFragment } from '../files.generated';

interface DescribeFormProps {
  readonly subject: string;
  readonly file: AttachedFileFragment;
  readonly onDone: (words: string) => void;
}

export function DescribeForm({ subject, file, onDone }: DescribeFormProps) {
  const [alternative, setAlternative] = useState(file.alternative);
  const form = useMutationForm(DescribeAttachmentDocument, {
    onDone: () => onDone(`What ${file.name} shows is saved`),
  });
  return (
    <HubForm
      form={form}
      onSubmit={() => void form.submit({ subject, attachment: file.id, alternative: alternative.trim() })}
      scope={`describe-${file.id}`}
    >
      <TextField
        name="alternative"
        label="What does the picture show?"
        limit={textLimits['DescribeAttachmentInput.alternative']}
        value={alternative}
        onChange={setAlternative}
      />
      <Button look="secondary" small>
        Save
      </Button>
    </HubForm>
  );
}
