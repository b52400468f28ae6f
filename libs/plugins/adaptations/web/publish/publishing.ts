/** Who will see what, once a result is published, and what is still missing for it. Pure. */
import type { AdaptationStage, Maturity, Visibility } from '@hub/graphql';
import { sectionItems } from '@hub/plugins/interventions/contract';

/** The people behind a visibility, for the middle of a sentence. */
export function readersOf(visibility: Visibility, site: string): string {
  switch (visibility) {
    case 'PUBLIC':
      return 'anyone, also without signing in';
    case 'NETWORK':
      return 'everyone who signs in to the hub';
    case 'COMMUNITY':
      return 'members of the community';
    case 'SITE':
      return `members of ${site}`;
    case 'DRAFT':
      return 'those who edit it';
  }
}

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
