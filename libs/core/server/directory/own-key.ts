/** The key that an entity's visibility asks for, before what it is within adds its own. */
import { keyOfSiteDrafts, keyOfSiteMembers, networkKey, type EntityRef, type Visibility } from '@hub/core/contract';

/** Null for what anyone may see. Throws when the site or community that holds the key is missing. */
export function ownKey(entry: {
  ref: EntityRef;
  visibility: Visibility;
  owner: EntityRef | null;
  community: EntityRef | null;
}): string | null {
  switch (entry.visibility) {
    case 'public':
      return null;
    case 'network':
      return networkKey;
    case 'site':
      return keyOfSiteMembers(required(entry.owner, entry.ref));
    case 'draft':
      return keyOfSiteDrafts(required(entry.owner, entry.ref));
    case 'community':
      return required(entry.community, entry.ref);
  }
}

function required(holder: EntityRef | null, ref: EntityRef): EntityRef {
  if (!holder) throw new Error(`${ref} has nobody to be seen by.`);
  return holder;
}
