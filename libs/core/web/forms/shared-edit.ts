/**
 * Editing a part of something that others edit too. What is typed stays in the tab and saves itself where it may; a save on an older
 * revision asks only when somebody changed this very part, and then both are shown: nothing that anyone wrote is lost.
 */
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useEffect, useRef, useState } from 'react';
import type { Problem } from '../apollo/errors';
import { useDraft } from './draft';
import { useMutationForm } from './mutation-form';

/** What is there now, and at which revision. */
export interface Current<Value> {
  readonly value: Value;
  readonly revision: number;
}

interface Options<Value extends object, Data, Input extends object> {
  /** Where the tab keeps it, such as `section:<id>:why`. */
  readonly key: string;
  readonly onHub: Current<Value>;
  readonly document: TypedDocumentNode<Data, { input: Input }>;
  readonly input: (value: Value, expectedRevision: number) => Input;
  /** The revision that a save has made. */
  readonly revisionAfter: (data: Data) => number;
  /** What CONFLICT says is there now; null when it does not say. */
  readonly currentIn: (extensions: Readonly<Record<string, unknown>>) => Current<Value> | null;
  /** What keeps it from being sent. */
  readonly problemWith?: (value: Value) => Problem | null;
  /** Whether it saves itself while it is typed: a draft, nothing that others see at once. */
  readonly savesItself?: boolean;
  /** After somebody pressed a button that saves. */
  readonly onSaved: (data: Data, button: string) => void;
}

export interface SharedEdit<Value> {
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
  /** What somebody else made of this very part meanwhile. */
  readonly theirs: Value | null;
  /** Goes on with this value, on what is there now. */
  readonly keep: (value: Value) => void;
  /** Forgets what was typed. The page asks the hub again. */
  readonly keepTheirs: () => void;
  /** Goes back to writing with this value, on what is there now. */
  readonly goOnWith: (value: Value) => void;
}

/** How long a pause in the typing is before it saves itself. */
const pauseMs = 1500;

interface Typed<Value> {
  /** Null while nothing is typed. */
  readonly value: Value | null;
  /** What was there when the writing began. */
  readonly base: Value;
  readonly revision: number;
}

export function useSharedEdit<Value extends object, Data, Input extends object>(
  options: Options<Value, Data, Input>,
): SharedEdit<Value> {
  const { onHub, problemWith, savesItself = false } = options;
  const typed = useDraft<Typed<Value>>(options.key, { value: null, base: onHub.value, revision: onHub.revision });
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const sending = useRef<Sending<Value>>({ sent: onHub.value, button: null, flight: Promise.resolve(true) });
  const form = useMutationForm(options.document, {
    onDone: (data) => {
      const { sent, button } = sending.current;
      if (!typed.clear({ value: sent })) typed.change({ base: sent, revision: options.revisionAfter(data) });
      setSavedAt(new Date().toISOString());
      if (button !== null) options.onSaved(data, button);
    },
  });

  const isTouched = typed.value.value !== null;
  const value = typed.value.value ?? onHub.value;
  const { base, revision } = isTouched ? typed.value : { base: onHub.value, revision: onHub.revision };

  /** One after the other: what is pressed while something saves itself goes next. */
  const send = async (sent: Value, expectedRevision: number, button: string | null) => {
    await sending.current.flight;
    sending.current = { sent, button, flight: form.submit(options.input(sent, expectedRevision) as never) };
  };

  const current = form.conflict && options.currentIn(form.conflict.extensions);
  const isSameThing = current !== null && (isSame(current.value, base) || isSame(current.value, sending.current.sent));
  useEffect(() => {
    if (isSameThing && current) void send(sending.current.sent, current.revision, sending.current.button);
    // Each refusal is answered once.
  }, [form.conflict]);

  const mayNotSaveItself = !savesItself || !isTouched || isSame(value, onHub.value) || form.conflict !== null;
  useEffect(() => {
    if (mayNotSaveItself || problemWith?.(value)) return;
    const timer = setTimeout(() => void send(value, latest.current.revision, null), pauseMs);
    return () => clearTimeout(timer);
    // After each pause in the typing, on the revision that is then the latest known.
  }, [JSON.stringify(value), mayNotSaveItself]);
  const latest = useRef({ revision });
  latest.current = { revision };

  const savedItself = sending.current.button === null;
  return {
    value,
    change: (fields) =>
      typed.change(isTouched ? { value: { ...value, ...fields } } : { value: { ...value, ...fields }, base, revision }),
    save: (button) => {
      const problem = problemWith?.(value) ?? null;
      sending.current = { ...sending.current, button };
      if (problem) form.setProblem(problem);
      else void sending.current.flight.then(() => send(value, latest.current.revision, button));
    },
    form: { problem: savedItself ? null : form.problem },
    savedAt,
    isOnlyInTab: isTouched && !isSame(value, onHub.value) && (typed.wasRestored || form.problem !== null),
    theirs: current && !isSameThing ? current.value : null,
    keep: (kept) => {
      const expected = current?.revision ?? revision;
      typed.change({ value: kept, base: current?.value ?? base, revision: expected });
      void send(kept, expected, 'keep');
    },
    keepTheirs: () => {
      typed.clear();
      form.setProblem(null);
    },
    goOnWith: (joined) => {
      typed.change({ value: joined, base: current?.value ?? base, revision: current?.revision ?? revision });
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

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
