/** What one follows: how each is heard of and mailed, to be changed, or stopped with a way back. */
import { useState } from 'react';
import { Link } from 'react-router';
import { MutationProblems, useMention, useMutationForm } from '@hub/core/web';
import { Button, Form, Hidden, LinkButton, Meta, Select } from '@hub/ui';
import { chosenOf, frequencyChoices, frequencyOf, type Chosen } from './mail-words';
import { wordsOfRule } from './follow-words';
import { followAddress } from './follow-address';
import type { FollowRowFragment } from './settings.generated';
import { FollowThingDocument } from './subscriptions.generated';

interface FollowListProps {
  readonly follows: readonly FollowRowFragment[];
}

export function FollowList({ follows }: FollowListProps) {
  return (
    <ul className="nhsuk-list hub-rows">
      {follows.map((follow) => (
        <li key={follow.id} className="hub-rows__row">
          <FollowRow follow={follow} />
        </li>
      ))}
    </ul>
  );
}

function FollowRow({ follow }: { readonly follow: FollowRowFragment }) {
  const target = useMention()(follow.target);
  const [mailed, setMailed] = useState(chosenOf(follow.mailed));
  const [status, setStatus] = useState('');
  const [isStopped, setStopped] = useState(false);
  const form = useMutationForm(FollowThingDocument);
  if (!target || !follow.target) return null;
  const targetId = follow.target.id;
  const isMuted = follow.level === 'MUTED';

  const choose = async (chosen: Chosen) => {
    setMailed(chosen);
    setStatus('');
    const isSaved = await form.submit({ targetId, level: follow.level, mailed: frequencyOf(chosen) });
    if (isSaved) setStatus('Saved.');
    else setMailed(mailed);
  };
  const stop = async () => {
    setStatus('');
    if (await form.submit({ targetId, level: 'NONE' })) setStopped(true);
  };
  const takeBack = async () => {
    if (!(await form.submit({ ...ruleOf(follow), mailed: frequencyOf(mailed) }))) return;
    setStopped(false);
    setStatus(isMuted ? 'You mute it again.' : 'You follow it again.');
  };
  return (
    <>
      <h3 className="hub-rows__title nhsuk-heading-s">
        <Link to={target.to}>{target.words}</Link>
      </h3>
      <MutationProblems problem={form.problem} />
      <p role="status" className="nhsuk-u-margin-bottom-2">
        {isStopped ? (
          <>
            {isMuted ? 'You no longer mute' : 'You no longer follow'} {target.words}.{' '}
            <LinkButton onClick={() => void takeBack()}>Undo</LinkButton>
          </>
        ) : (
          status
        )}
      </p>
      {!isStopped && (
        <>
          <Meta>
            {wordsOfRule(follow)}.{' '}
            <Link to={followAddress(targetId)}>
              Change<Hidden> what you hear of {target.words}</Hidden>
            </Link>
          </Meta>
          {!isMuted && (
            <Form onSubmit={() => undefined} problems={[]} scope={follow.id} label={`Mail about ${target.words}`}>
              <Select
                name="mailed"
                label={
                  <>
                    Mail<Hidden> about {target.words}</Hidden>
                  </>
                }
                choices={frequencyChoices('As set above')}
                value={mailed}
                onChange={(chosen) => void choose(chosen)}
              />
            </Form>
          )}
          <Button look="secondary" small onClick={() => void stop()}>
            {isMuted ? 'Stop muting' : 'Stop following'}
            <Hidden> {target.words}</Hidden>
          </Button>
        </>
      )}
    </>
  );
}

/** All that an undo puts back. */
function ruleOf({ target, level, leaveOut, wholeFamily }: FollowRowFragment) {
  const family = target?.__typename === 'Intervention' ? { wholeFamily } : {};
  return { targetId: target?.id ?? '', level, leaveOut: [...leaveOut], ...family };
}
