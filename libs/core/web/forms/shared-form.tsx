/** The form of a shared edit. While somebody else's version stands against it: both, and three ways on. */
import type { ReactNode } from 'react';
import { ConflictCompare, type ConflictChoice } from '@hub/ui';
import { HubForm } from './hub-form';
import type { SharedEdit } from './shared-edit';

interface SharedFormProps<Value> {
  readonly edit: SharedEdit<Value>;
  /** What a save by the Enter key is called, as `save` of the edit takes it. */
  readonly button: string;
  /** What is compared, in order: its heading, and what a value says of it as plain text. */
  readonly texts: readonly ComparedText<Value>[];
  /** Both in one, to be put right by hand. */
  readonly join: (theirs: Value, mine: Value) => Value;
  /** After theirs was kept: asks the hub again. */
  readonly onKeptTheirs: () => void;
  readonly label?: string;
  readonly scope?: string;
  readonly children: ReactNode;
}

export interface ComparedText<Value> {
  readonly heading: string;
  readonly words: (value: Value) => string;
}

export function SharedForm<Value>(props: SharedFormProps<Value>) {
  const { edit, button, texts, join, onKeptTheirs, label, scope, children } = props;
  const { theirs, value } = edit;
  if (theirs === null)
    return (
      <HubForm form={edit.form} onSubmit={() => edit.save(button)} {...{ label, scope }}>
        {children}
      </HubForm>
    );
  const choose: Readonly<Record<ConflictChoice, () => void>> = {
    mine: edit.keepMine,
    combined: () => edit.goOnWith(join(theirs, value)),
    theirs: () => {
      edit.forget();
      onKeptTheirs();
    },
  };
  return (
    <ConflictCompare
      texts={texts.map(({ heading, words }) => ({ heading, mine: words(value), theirs: words(theirs) }))}
      onChoose={(choice) => choose[choice]()}
    />
  );
}

/** Two texts under each other; one where the other is empty or says the same. */
export function joinedTexts(theirs: string, mine: string): string {
  return theirs.trim() === mine.trim() ? mine : [theirs, mine].filter((text) => text.trim()).join('\n\n');
}
