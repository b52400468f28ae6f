/** On each page that writes an intervention: that it is withdrawn, with the reason, so that nobody works on it unaware. */
import { WithdrawnBanner } from '../page/withdrawn-banner';
import type { EditableDraft } from './writing-query';

export function WritingBanner({ draft }: { readonly draft: EditableDraft }) {
  return <WithdrawnBanner withdrawal={draft.withdrawal} siteName={draft.site.name} />;
}
