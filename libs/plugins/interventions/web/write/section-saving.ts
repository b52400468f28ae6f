/** Saving one section of a draft: it saves itself, and asks only when somebody changed the very same section. */
import { useSharedEdit } from '@hub/core/web';
import { interventionNow, type SectionKey } from '@hub/plugins/interventions/contract';
import { bodyOf } from './publish-check';
import { UpdateInterventionDocument, type WritingDraftFragment } from './write.generated';
import type { EditableDraft } from './writing-query';

interface SavingOptions {
  /** After it was saved; `then` is what the writer pressed. */
  readonly onSaved: (saved: WritingDraftFragment, then: string) => void;
}

/** The text to show, ways to change and save it, and the other text when someone else changed the same section. */
export function useSectionSaving(draft: EditableDraft, key: SectionKey, { onSaved }: SavingOptions) {
  return useSharedEdit({
    key: `section:${draft.id}:${key}`,
    onHub: { value: { body: bodyOf(draft.draft, key) }, revision: draft.revision },
    document: UpdateInterventionDocument,
    input: ({ body }: { readonly body: string }, expectedRevision) => ({
      ...{ id: draft.id, expectedRevision, sections: [{ key, body }] },
    }),
    hubAfter: ({ updateIntervention: { intervention } }) => ({
      value: { body: bodyOf(intervention.draft ?? [], key) },
      revision: intervention.revision,
    }),
    valueIn: (current) => ({ body: bodyOf(interventionNow(current).sections, key) }),
    savesItself: true,
    onSaved: ({ updateIntervention }, then) => onSaved(updateIntervention.intervention, then),
  });
}
