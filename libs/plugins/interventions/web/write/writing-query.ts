/** The draft that the writing pages work on, and whether the reader may. */
import { usePageQuery } from '@hub/core/web';
import { InterventionWritingDocument, type WritingDraftFragment } from './write.generated';

/** A draft that the reader may edit. */
export type EditableDraft = WritingDraftFragment & {
  readonly draft: NonNullable<WritingDraftFragment['draft']>;
  readonly nextVersion: NonNullable<WritingDraftFragment['nextVersion']>;
};

/** The draft by the name in the address; null when there is none, or none that the reader may edit. */
export function useEditableDraft(slug: string): { readonly draft: EditableDraft | null; readonly refetch: () => void } {
  const { data, refetch } = usePageQuery(InterventionWritingDocument, { slug });
  const { intervention } = data;
  if (!intervention?.draft || !intervention.nextVersion || !intervention.viewerCanEdit) return { draft: null, refetch };
  return { draft: { ...intervention, draft: intervention.draft, nextVersion: intervention.nextVersion }, refetch };
}
