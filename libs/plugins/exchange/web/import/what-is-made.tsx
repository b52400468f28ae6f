/** What a file would make, before it does. */
import { useEffect, useRef } from 'react';
import { HubForm, type MutationForm } from '@hub/core/web';
import { Button, ButtonGroup, counted, SummaryList } from '@hub/ui';
import type { BroughtFile } from './brought-file';
import type { ImportFamilyMutation } from './import.generated';

interface WhatIsMadeProps {
  readonly brought: BroughtFile;
  readonly plan: ImportFamilyMutation['importFamily'];
  readonly form: Pick<MutationForm<never>, 'problem' | 'conflict' | 'isBusy'>;
  readonly onConfirm: () => void;
  readonly onAnother: () => void;
}

export function WhatIsMade({ brought, plan, form, onConfirm, onAnother }: WhatIsMadeProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { sites, people, interventions, adaptations, files, filesLeftOut } = plan;
  return (
    <>
      {form.conflict && <p role="alert">{form.conflict.message}. Nothing was made.</p>}
      <h2 ref={heading} tabIndex={-1}>
        What {brought.name} would make
      </h2>
      <SummaryList
        facts={[
          { name: counted(interventions, 'intervention'), value: brought.titles.join(', ') },
          { name: 'Adaptations', value: adaptations },
          { name: 'Attached files', value: `${files}${filesLeftOut > 0 ? leftOutWords(filesLeftOut) : ''}` },
          { name: 'New sites', value: `${sites}. Sites that are here already stay as they are` },
          { name: 'New authors', value: `${people}. They have no account, and nobody can sign in as them` },
        ]}
      />
      <p>An import is not taken back as a whole. Afterwards each intervention can be withdrawn.</p>
      <HubForm form={form} onSubmit={onConfirm} label="Confirm the import">
        <ButtonGroup>
          <Button>{form.isBusy ? 'Importing the family' : 'Import this family'}</Button>
          <Button look="secondary" onClick={onAnother}>
            Choose another file
          </Button>
        </ButtonGroup>
      </HubForm>
    </>
  );
}

const leftOutWords = (count: number) =>
  `. ${counted(count, 'more file')} will not be here: too large for family.json. Ask the other hub for them, and attach them afterwards`;
