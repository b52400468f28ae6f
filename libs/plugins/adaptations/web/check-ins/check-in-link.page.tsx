/** Where a link in a mail leads that answers for a team: asks first, because mail programs open links by themselves. Nobody is signed in. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { MutationProblems, Page, useLinkToken, usePageQuery, useSignedLink } from '@hub/core/web';
import type { CheckInAnswer } from '@hub/graphql';
import { checkInLinkPath } from '@hub/plugins/adaptations/contract';
import { Button, ButtonLink, NotificationBanner, Time } from '@hub/ui';
import { pathOf } from '../address';
import { answeredWords, checkInDone, checkInEffects } from './check-in-words';
import { CheckInLinkDocument, type CheckInLinkQuery } from './check-in-link.generated';
import { stoppedPath } from './check-in.page';

type Told = CheckInLinkQuery['checkInLink'];

export default function CheckInLinkPage() {
  const token = useLinkToken();
  const { checkInLink: link } = usePageQuery(CheckInLinkDocument, { token }).data;
  switch (link.state) {
    case 'UNKNOWN':
      return (
        <Plain title="This link does not work">
          Part of it may be missing, or you do not write for that site any more.
        </Plain>
      );
    case 'EXPIRED':
      return (
        <Plain title="This link is too old">
          Links in mails work for 90 days. You can answer when you are signed in.
        </Plain>
      );
    case 'PAST':
      return (
        <Plain title="There is nothing left to answer" link={link}>
          Something was said about it since, or it is in use now.
        </Plain>
      );
    case 'ANSWERED':
      return (
        <Plain title="This is answered already" link={link}>
          {answeredWords(link.answered ?? 'GOING', link.answeredBy)}. Nothing more is needed.
        </Plain>
      );
    case 'OPEN':
      return <Answer key={token} {...{ token, link }} />;
  }
}

const titles = {
  GOING: 'Say that it is still going?',
  STOPPED: 'Record that it stopped',
  BUSY: 'Say that your team is busy?',
} as const satisfies Record<CheckInAnswer, string>;

const buttons = {
  GOING: 'Yes, it is still going',
  BUSY: 'Yes, ask us again later',
} as const satisfies Partial<Record<CheckInAnswer, string>>;

function Answer({ token, link }: { readonly token: string; readonly link: Told }) {
  const { isDone, problem, act } = useSignedLink(checkInLinkPath, token);
  const answer = link.answer ?? 'GOING';
  return (
    <Page title={isDone ? 'Your answer is recorded' : titles[answer]} caption={link.title ?? ''}>
      <MutationProblems problem={problem} />
      {isDone && answer !== 'STOPPED' ? (
        <NotificationBanner kind="done">
          <p className="nhsuk-notification-banner__heading">{checkInDone[answer]}</p>
        </NotificationBanner>
      ) : (
        <>
          {link.quietSince && (
            <p>
              Nothing was recorded about it since <Time at={link.quietSince} />.{' '}
              {answer === 'STOPPED'
                ? 'You sign in to record that it stopped.'
                : `You answer as ${link.member}, for all who write for ${link.site}.`}
            </p>
          )}
          <p>{checkInEffects[answer]}</p>
          {answer === 'STOPPED' ? (
            <ButtonLink to={stoppedPath(pathOf(link.adaptation ?? ''))}>Record that it stopped</ButtonLink>
          ) : (
            <Button onClick={() => void act()}>{buttons[answer]}</Button>
          )}
        </>
      )}
      <Record link={link} />
    </Page>
  );
}

interface PlainProps {
  readonly title: string;
  readonly link?: Told;
  readonly children: ReactNode;
}

function Plain({ title, link, children }: PlainProps) {
  return (
    <Page title={title} caption={link?.title ?? ''}>
      <p>{children}</p>
      {link && <Record link={link} />}
    </Page>
  );
}

function Record({ link: { adaptation } }: { readonly link: Told }) {
  return (
    adaptation && (
      <p>
        <Link to={pathOf(adaptation)}>Go to the record</Link>. You may need to sign in.
      </p>
    )
  );
}
