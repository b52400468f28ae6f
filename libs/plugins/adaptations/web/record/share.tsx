/** What a move kept to the site: who can share it, and the button for those who may. */
import { useMutationForm, MutationProblems } from '@hub/core/web';
import { sharedStages } from '@hub/plugins/adaptations/contract';
import { Button, InsetText } from '@hub/ui';
import { KeptForNow } from '../stages/who-publishes';
import { isShared } from '../stages/stage-words';
import type { ShownAdaptation } from './record';
import { ShareAdaptationDocument } from './record.generated';

/** Nothing for readers, before a stage that can be shared, and once it is. */
export function ShareWithNetwork({ adaptation }: { readonly adaptation: ShownAdaptation }) {
  const form = useMutationForm(ShareAdaptationDocument);
  const { id, stage, site, viewerCanEdit, viewerCanPublish, revision } = adaptation;
  if (!viewerCanEdit || isShared(adaptation) || !sharedStages.includes(stage)) return null;
  if (!viewerCanPublish) return <KeptForNow site={site} />;
  return (
    <InsetText>
      <MutationProblems problem={form.problem} />
      <p>
        Only {site.name} can read this record for now. Once it is shared, everyone signed in to the hub can, and that
        cannot be taken back.
      </p>
      <Button look="secondary" onClick={() => void form.submit({ adaptation: id, expectedRevision: revision })}>
        Share it with the network
      </Button>
    </InsetText>
  );
}
