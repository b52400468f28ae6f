/** Following one thing: five choices, and back to where one came from. */
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { HubForm, NotFound, Page, useMention, useMentionsIn, useMutationForm, usePageQuery } from '@hub/core/web';
import type { FollowLevel } from '@hub/graphql';
import { Button, followLevels, Radios } from '@hub/ui';
import { FollowTargetDocument, FollowThingDocument } from './subscriptions.generated';

const hints: Readonly<Record<FollowLevel, string>> = {
  WATCHING: 'You hear of everything that is said or published here',
  FIRST_POSTS: 'You hear when something begins, and nothing after that',
  REPLIES: 'You hear only what is addressed to you',
  MUTED: 'You hear nothing of this, whatever else you follow',
  NONE: 'No rule of its own: what else you follow decides',
};

const choices = (Object.keys(followLevels) as FollowLevel[]).map((value) => ({
  value,
  label: followLevels[value],
  hint: hints[value],
}));

export default function FollowPage() {
  const [address] = useSearchParams();
  const reference = address.get('target');
  return reference ? <FollowTarget reference={reference} /> : <NotFound />;
}

function FollowTarget({ reference }: { readonly reference: string }) {
  const { data } = usePageQuery(useMentionsIn(FollowTargetDocument, 'node'), { id: reference });
  const target = useMention()(data.node);
  const level = data.node && 'viewerFollow' in data.node ? data.node.viewerFollow : null;
  if (!target || !level) return <NotFound />;
  return <FollowForm key={reference} {...{ reference, target, level }} />;
}

interface FollowFormProps {
  readonly reference: string;
  readonly target: { readonly words: string; readonly to: string };
  readonly level: FollowLevel;
}

function FollowForm({ reference, target, level }: FollowFormProps) {
  const [chosen, setChosen] = useState(level);
  const navigate = useNavigate();
  const form = useMutationForm(FollowThingDocument, { onDone: () => navigate(target.to) });
  return (
    <Page title={`Follow ${target.words}`} back={{ to: target.to, label: target.words }} hasOwnHeading>
      <HubForm form={form} onSubmit={() => void form.submit({ targetId: reference, level: chosen })}>
        <Radios
          name="level"
          label={`What do you want to hear of ${target.words}?`}
          labelSize="l"
          isPageHeading
          choices={choices}
          value={chosen}
          onChange={setChosen}
        />
        <Button>Save</Button>
      </HubForm>
    </Page>
  );
}
