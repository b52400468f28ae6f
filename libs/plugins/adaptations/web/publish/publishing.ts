/** What is still missing for publishing a result, and how far it is. Pure. */
import type { AdaptationStage, Maturity } from '@hub/graphql';
import { sectionItems } from '@hub/plugins/interventions/contract';

/** The sections that publishing requires and that have no text. */
export function missingSections(
  draft: readonly { readonly key: string; readonly body: string }[],
): { readonly key: string; readonly heading: string }[] {
  const written = new Set(draft.filter(({ body }) => body.trim() !== '').map(({ key }) => key));
  return sectionItems.filter(({ key, requiredToPublish }) => requiredToPublish && !written.has(key));
}

/** How far the site's own version is, as the record says; null where the record says nothing of it. */
export function maturityAt(stage: AdaptationStage): Maturity | null {
  switch (stage) {
    case 'TESTING':
    case 'RUNNING':
    case 'STOPPED':
      return stage;
    case 'CONSIDERING':
    case 'ASSESSING':
    case 'ADAPTING':
    case 'DECLINED':
      return null;
  }
}
