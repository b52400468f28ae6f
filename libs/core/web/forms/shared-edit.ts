/**
 * Editing a part of something that others edit too. What is typed stays in the tab and saves itself where it may; a save on an older
 * revision asks only when somebody changed the very same field, and then both are shown: nothing that anyone wrote is lost.
 */
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useEffect, useRef, useState } from 'react';
import type { Problem } from '../apollo/errors';
import { useDraft, type Draft } from './draft';
import { useMutationForm } from './mutation-form';
import { isSame, meet } from './meet';

/** What is there, and at which revision. */
interface Current<Value> {
  readonly value: Value;
  readonly revision: number;
}

interface Options<Value extends object, Data, Input extends object> {
  /** Where the tab keeps it, such as `section:<id>:why`. */
  readonly key: string;
  readonly onHub: Current<Value>;
  readonly document: TypedDocumentNode<Data, { input: Input }>;
  readonly input: (value: Value, expectedRevision: number) => Input;
  /** What a save has made of it. */
  readonly hubAfter: (data: Data) => Current<Value>;
  /** The value in what CONFLICT says is there now. */
  readonly valueIn: (current: Readonly<Record<string, unknown>>) => Value;
  /** What keeps it from being sent. */
  readonly problemWith?: (value: Value) => Problem | null;
  /** Whether it saves itself while it is typed: a draft, nothing that others see at once. */
  readonly savesItself?: boolean;
  /** After somebody pressed a button that saves. */
  readonly onSaved: (data: Data, button: string) => void;
}

export interface SharedEdit<Value> {
  /** What was typed, or is there; beside `theirs`, with what only somebody else changed. */
  readonly value: Value;
  readonly change: (fields: Partial<Value>) => void;
  /** Saves because somebody pressed a button. */
  readonly save: (button: string) => void;
  /** For `HubForm`: the problem with what somebody saved, never with what saved itself. */
  readonly form: { readonly problem: Problem | null };
  /** When it last saved itself. */
  readonly savedAt: string | null;
  /** Something is kept in the tab alone: it came back from an earlier visit, or could not be saved. */
  readonly isOnlyInTab: boolean;
  /** It did not save itself because it looks like it holds a detail of a patient. Saving by a button shows where. */
  readonly isHeldBack: boolean;
  /** What is kept of it in this browser, for `DraftNote`. */
  readonly draft: Pick<Draft<Typed<Value>>, 'value' | 'change' | 'clear' | 'restoredFrom' | 'isHeldBack'>;
  /** What somebody else made of the same fields meanwhile. */
  readonly theirs: Value | null;
  /** Saves what was typed over it, on what is there now: only what was typed. */
  readonly keepMine: () => void;
  /** Forgets what was typed. The page asks the hub again. */
  readonly forget: () => void;
  /** Goes back to writing with this value, on what is there now. */
  readonly goOnWith: (value: Value) => void;
}

/** How long a pause in the typing is before it saves itself. */
const pauseMs = 1500;

export interface Typed<Value> {
  /** Null while nothing is typed. */
  readonly value: Value | null;
  /** What of it has saved itself. It stays as it was typed, spaces and empty rows too, while it is being typed. */
  readonly saved: Value | null;
  /** What was there when the writing began. */
  readonly base: Value;
  readonly revision: number;
}

export function useSharedEdit<Value extends object, Data, Input extends object>(
  options: Options<Value, Data, Input>,
): SharedEdit<Value> {
  const { onHub, problemWith, savesItself = false } = options;
  const typed = useDraft<Typed<Value>>(options.key, {
    value: null,
    saved: null,
    base: onHub.value,
    revision: onHub.revision,
  });
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const sending = useRef<Sending<Value>>({ sent: onHub.value, button: null, flight: Promise.resolve(true) });
  const form = useMutationForm(options.document, {
    onDone: (data) => {
      const { sent, button } = sending.current;
      const { value: base, revision } = options.hubAfter(data);
      if (button === null || !typed.clear({ value: sent })) typed.change({ saved: sent, base, revision });
      setSavedAt(new Date().toISOString());
      if (button !== null) options.onSaved(data, button);
    },
  });

  const isTouched = typed.value.value !== null && !(typed.wasRestored && isSame(typed.value.value, typed.value.saved));
  const value = (isTouched ? typed.value.value : null) ?? onHub.value;
  const isSaved = !isTouched || isSame(value, typed.value.saved ?? onHub.value);
  const { base, revision } = isTouched ? typed.value : { base: onHub.value, revision: onHub.revision };

  /** One after the other: what is pressed while something saves itself goes next. */
  const send = async (sent: Value, expectedRevision: number, button: string | null) => {
    await sending.current.flight;
    sending.current = { sent, button, flight: form.submit(options.input(sent, expectedRevision) as never) };
  };

  const current = form.conflict && currentIn(form.conflict.extensions, options.valueIn);
  const met = current && meet({ base, mine: value, theirs: current.value });
  const goOn = ({ value: there, revision: expected }: Current<Value>, next: Value) =>
    typed.change({ value: next, base: there, revision: expected });
  useEffect(() => {
    if (!current || !met || met.clashes) return;
    goOn(current, met.value);
    void send(met.value, current.revision, sending.current.button);
    // Each refusal is answered once.
  }, [form.conflict]);

  const savedItself = sending.current.button === null;
  const isSuspected = form.problem?.code === 'PII_SUSPECTED';
  const mayNotSaveItself = !savesItself || isSaved || form.conflict !== null || (isSuspected && !savedItself);
  useEffect(() => {
    if (mayNotSaveItself || problemWith?.(value)) return;
    const timer = setTimeout(() => void send(value, latest.current.revision, null), pauseMs);
    return () => clearTimeout(timer);
    // After each pause in the typing, on the revision that is then the latest known.
  }, [JSON.stringify(value), mayNotSaveItself]);
  const latest = useRef({ revision });
  latest.current = { revision };

  return {
    value: met?.clashes ? met.value : value,
    change: (fields) =>
      typed.change(
        isTouched
          ? { value: { ...value, ...fields } }
          : { value: { ...value, ...fields }, saved: null, base, revision },
      ),
    save: (button) => {
      const problem = problemWith?.(value) ?? null;
      sending.current = { ...sending.current, button };
      if (problem) form.setProblem(problem);
      else void sending.current.flight.then(() => send(value, latest.current.revision, button));
    },
    form: { problem: savedItself ? null : form.problem },
    savedAt,
    isOnlyInTab: !isSaved && (typed.wasRestored || form.problem !== null),
    isHeldBack: !isSaved && isSuspected && savedItself,
    draft: typed,
    theirs: current && met?.clashes ? current.value : null,
    keepMine: () => {
      if (!current || !met) return;
      goOn(current, met.value);
      void send(met.value, current.revision, 'mine');
    },
    forget: () => {
      typed.clear();
      form.setProblem(null);
    },
    goOnWith: (joined) => {
      if (current) goOn(current, joined);
      form.setProblem(null);
    },
  };
}

interface Sending<Value> {
  readonly sent: Value;
  /** What was pressed; null when it saves itself. */
  readonly button: string | null;
  readonly flight: Promise<boolean>;
}

function currentIn<Value>(
  extensions: Readonly<Record<string, unknown>>,
  valueIn: Options<object & Value, never, never>['valueIn'],
): Current<Value> | null {
  const current = extensions['current'];
  if (typeof current !== 'object' || current === null || !('revision' in current)) return null;
  return typeof current.revision === 'number' ? { value: valueIn({ ...current }), revision: current.revision } : null;
}
