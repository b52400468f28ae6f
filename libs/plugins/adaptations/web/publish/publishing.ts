/** What is still missing for publishing a result. Pure. */
import { sectionItems } from '@hub/plugins/interventions/contract';

/** The sections that publishing requires and that have no text. */
export function missingSections(
  draft: readonly { readonly key: string; readonly body: string }[],
): { readonly key: string; readonly heading: string }[] {
  const written = new Set(draft.filter(({ body }) => body.trim() !== '').map(({ key }) => key));
  return sectionItems.filter(({ key, requiredToPublish }) => requiredToPublish && !written.has(key));
}
