/** Where a link in a mail leads that stops mail or mutes: asks first, because mail programs open links by themselves. Nobody is signed in. */
import { Link } from 'react-router';
import { MutationProblems, Page, useLinkToken, usePageQuery, useSignedLink } from '@hub/core/web';
import type { MailLinkAct } from '@hub/graphql';
import { Button, NotificationBanner } from '@hub/ui';
import { stopMailPath } from '@hub/plugins/subscriptions/contract';
import { MailLinkDocument } from './stop-mail.generated';

interface Words {
  readonly title: string;
  readonly effect: string;
  readonly button: string;
  readonly done: string;
}

export default function StopMailPage() {
  const token = useLinkToken();
  const { data } = usePageQuery(MailLinkDocument, { token });
  const { act, what, isExpired } = data.mailLink;
  if (act === null)
    return <NoGood title="This link does not work" why="Part of it may be missing. Open it from the mail again." />;
  if (isExpired)
    return (
      <NoGood title="This link is too old" why="Links in mails work for 90 days. A newer mail has one that works." />
    );
  return <StopMail key={token} token={token} words={wordsOf(act, what ?? 'this')} />;
}

function StopMail({ token, words }: { readonly token: string; readonly words: Words }) {
  const { isDone, problem, act } = useSignedLink(stopMailPath, token);
  return (
    <Page title={isDone ? words.title.replace('?', '') : words.title}>
      <MutationProblems problem={problem} />
      {isDone ? (
        <NotificationBanner kind="done">
          <p className="nhsuk-notification-banner__heading">{words.done}</p>
        </NotificationBanner>
      ) : (
        <>
          <p>{words.effect}</p>
          <Button onClick={() => void act()}>{words.button}</Button>
        </>
      )}
      <Settings />
    </Page>
  );
}

function NoGood({ title, why }: { readonly title: string; readonly why: string }) {
  return (
    <Page title={title}>
      <p>{why}</p>
      <Settings />
    </Page>
  );
}

function Settings() {
  return (
    <p>
      To choose how often mail comes,{' '}
      <Link to="/notifications/settings">sign in and go to your notification settings</Link>.
    </p>
  );
}

function wordsOf(act: MailLinkAct, what: string): Words {
  const kept = 'You still see it in your inbox when you sign in.';
  switch (act) {
    case 'FOLLOW':
      return {
        title: `Stop mail about ${what}?`,
        effect: `You go on following ${what}, without mail. ${kept}`,
        button: 'Stop mail',
        done: `No more mail comes about ${what}`,
      };
    case 'FOR_YOU':
      return {
        title: 'Stop mail about what is addressed to you?',
        effect: `This is mail about replies to you and posts that mention you. ${kept}`,
        button: 'Stop mail',
        done: 'No more mail comes about what is addressed to you',
      };
    case 'DIGEST':
      return {
        title: 'Stop the mail of the morning?',
        effect: `This is the mail that tells, every day or every week, what is new. ${kept}`,
        button: 'Stop mail',
        done: 'The mail of the morning does not come any more',
      };
    case 'RULE':
      return {
        title: 'Switch this reminder off?',
        effect: `You are not reminded of this any more, by mail or in your inbox: ${what}. You can switch it on again in your settings.`,
        button: 'Switch off',
        done: `You are not reminded any more: ${what}`,
      };
    case 'MUTE':
      return {
        title: `Mute ${what}?`,
        effect: `You hear nothing more of ${what}, by mail or in your inbox, whatever else you follow.`,
        button: 'Mute',
        done: `You hear nothing more of ${what}`,
      };
  }
}
