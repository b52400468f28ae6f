/** Following one thing: five choices, what to leave out, and back to where one came from. */
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { HubForm, NotFound, Page, useMention, useMentionsIn, useMutationForm, usePageQuery } from '@hub/core/web';
import type { FollowLevel, NewsTopic } from '@hub/graphql';
import { Button, Checkboxes, followLevels, Radios } from '@hub/ui';
import { canLeaveOut, topics } from './follow-words';
import { followedThing, type FollowedThing } from './followed-thing';
import { choicesOf } from './mail-words';
import { FollowTargetDocument, FollowThingDocument } from './subscriptions.generated';

const hints: Readonly<Record<FollowLevel, string>> = {
  WATCHING: 'You hear of everything that is said or published here',
  FIRST_POSTS: 'You hear when something begins, and nothing after that',
  REPLIES: 'You hear only what is addressed to you',
  MUTED: 'You hear nothing of this, even where you follow its care model or site',
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
  const thing = followedThing(data.node);
  if (!target || !thing) return <NotFound />;
  return <FollowForm key={reference} {...{ reference, target, thing }} />;
}

interface FollowFormProps {
  readonly reference: string;
  readonly target: { readonly words: string; readonly to: string };
  readonly thing: FollowedThing;
}

function FollowForm({ reference, target, thing }: FollowFormProps) {
  const [level, setLevel] = useState(thing.level);
  const [leaveOut, setLeaveOut] = useState(thing.leaveOut);
  const [wholeFamily, setWholeFamily] = useState(thing.wholeFamily);
  const navigate = useNavigate();
  const form = useMutationForm(FollowThingDocument, { onDone: () => navigate(target.to) });
  const more = { ...(thing.hasTopics ? { leaveOut: [...leaveOut] } : {}), ...(thing.hasFamily ? { wholeFamily } : {}) };
  const save = () => void form.submit({ targetId: reference, level, ...(level === 'NONE' ? {} : more) });
  return (
    <Page title={`Follow ${target.words}`} back={{ to: target.to, label: target.words }} hasOwnHeading>
      <HubForm form={form} onSubmit={save}>
        <Radios
          name="level"
          label={`What do you want to hear of ${target.words}?`}
          labelSize="l"
          isPageHeading
          hint={thing.byDefault ? 'You did not choose this: it is followed for you, because you take part' : undefined}
          choices={choices}
          value={level}
          onChange={setLevel}
        />
        {thing.hasFamily && level !== 'NONE' && (
          <Checkboxes
            name="wholeFamily"
            label="Its whole family"
            labelSize="m"
            choices={family}
            values={wholeFamily ? ['yes'] : []}
            onChange={(chosen) => setWholeFamily(chosen.length > 0)}
          />
        )}
        {thing.hasTopics && canLeaveOut(level) && (
          <Checkboxes<NewsTopic>
            name="leaveOut"
            label="What do you want to leave out?"
            labelSize="m"
            hint="What is addressed to you arrives all the same"
            choices={topicChoices}
            values={leaveOut}
            onChange={setLeaveOut}
          />
        )}
        <Button>Save</Button>
      </HubForm>
    </Page>
  );
}

const family = [{ value: 'yes', label: 'Also everything that was adapted from it, and from that in turn' }];
const topicChoices = choicesOf(topics).map((choice) =>
  choice.value === 'PUBLICATION' ? { ...choice, hint: 'Interventions, adaptations and evaluations' } : choice,
);
