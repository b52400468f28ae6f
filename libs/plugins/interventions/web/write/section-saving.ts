/** Saving one section: what is typed stays in the tab until the hub has it, and a stale save asks only when it must. */
import { useEffect, useRef } from 'react';
import { useDraft, useMutationForm } from '@hub/core/web';
import type { SectionKey } from '@hub/plugins/interventions/contract';
import { bodyOf } from './publish-check';
import { currentIn, resolveStale } from './stale-section';
import { UpdateInterventionDocument, type WritingDraftFragment } from './write.generated';
import type { EditableDraft } from './writing-query';

/** What is kept in the tab: the text, and what it was written on. A null text is the hub's own. */
interface Typed {
  readonly body: string | null;
  readonly base: string;
  readonly revision: number;
}

interface SavingOptions {
  /** After it was saved; `then` is what the writer pressed. */
  readonly onSaved: (saved: WritingDraftFragment, then: string) => void;
}

/** The text to show, ways to change and save it, and the other text when someone else changed the same section. */
export function useSectionSaving(draft: EditableDraft, key: SectionKey, { onSaved }: SavingOptions) {
  const onHub = bodyOf(draft.draft, key);
  const untouched: Typed = { body: null, base: onHub, revision: draft.revision };
  const typed = useDraft<Typed>(`section:${draft.id}:${key}`, untouched);
  const pressed = useRef('');
  const form = useMutationForm(UpdateInterventionDocument, {
    onDone: ({ updateIntervention }) => {
      typed.clear();
      onSaved(updateIntervention.intervention, pressed.current);
    },
  });

  const isTouched = typed.value.body !== null;
  const body = typed.value.body ?? onHub;
  const send = (text: string, expectedRevision: number) =>
    void form.submit({ id: draft.id, expectedRevision, sections: [{ key, body: text }] });

  const current = form.conflict && currentIn(form.conflict.extensions);
  const theirs = current && bodyOf(current.sections, key);
  const isStale = theirs !== null && resolveStale({ base: typed.value.base, mine: body, theirs }) === 'save';
  useEffect(() => {
    if (isStale && current) send(body, current.revision);
    // Each refusal is answered once.
  }, [form.conflict]);

  return {
    form,
    body,
    /** Whether this came back from an earlier visit and is not on the hub. */
    isUnsaved: typed.wasRestored && body !== onHub,
    write: (text: string) => typed.change(isTouched ? { body: text } : { ...untouched, body: text }),
    save: (button: string) => {
      pressed.current = button;
      send(body, isTouched ? typed.value.revision : draft.revision);
    },
    /** The other text to choose between, once someone else changed this very section. */
    theirs: isStale ? null : theirs,
    keep: (text: string) => {
      typed.change({ body: text, base: theirs ?? onHub, revision: current?.revision ?? draft.revision });
      send(text, current?.revision ?? draft.revision);
    },
    keepTheirs: () => {
      typed.clear();
      form.setProblem(null);
    },
  };
}
