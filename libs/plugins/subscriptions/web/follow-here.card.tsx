/** In the welcome: following a care model with one press, without leaving the page. */
import { HubForm, useMutationForm, usePageQuery, type EntityPartProps } from '@hub/core/web';
import { Button, Hidden } from '@hub/ui';
import { careModelCode } from '@hub/core/contract';
import { wordsOfRule } from './follow-words';
import { followedThing } from './followed-thing';
import { FollowTargetDocument, FollowThingDocument } from './subscriptions.generated';

/** What somebody new follows at: what begins, and not every reply. */
const atFirst = 'FIRST_POSTS';

export default function FollowHere({ reference }: EntityPartProps) {
  const { data } = usePageQuery(FollowTargetDocument, { id: reference });
  const form = useMutationForm(FollowThingDocument);
  const thing = followedThing(data.node);
  if (!thing) return null;
  const { level } = thing;
  const follows = level !== 'NONE';
  const choose = () => void form.submit({ targetId: reference, level: follows ? 'NONE' : atFirst });
  return (
    <HubForm form={form} onSubmit={choose} scope={reference} label={`Follow ${careModelCode(reference)}`}>
      <p role="status">{follows && `Following: ${wordsOfRule(thing).toLowerCase()}.`}</p>
      <Button look="secondary" small>
        {follows ? 'Stop following' : 'Follow'}
        <Hidden> {careModelCode(reference)}</Hidden>
      </Button>
    </HubForm>
  );
}
