/** One place where the member is signed in. */
import type { SignInWay } from '@hub/graphql';
import { Button, Hidden, PlainTag, Time } from '@hub/ui';
import type { Account } from '../account';
import { deviceWords } from './device-words';

type Session = Account['sessions'][number];

const ways: Readonly<Record<SignInWay, string>> = {
  CODE: 'by a code',
  OIDC: 'by your organisation’s account',
  DEMONSTRATION: 'as someone of the demonstration',
};

/** The one in use cannot be ended here: that is what "Sign out" is for. */
export function SessionRow({ session, onEnd }: { readonly session: Session; readonly onEnd: () => void }) {
  const device = deviceWords(session.device);
  return (
    <li className="hub-rows__row">
      <h2 className="hub-rows__title nhsuk-heading-s">
        {device} {session.isThisOne && <PlainTag words="This one" colour="blue" />}
      </h2>
      <p className="hub-meta">
        Signed in {ways[session.way]}, <Time at={session.startedAt} as="date-time" />.
        {!session.isThisOne && (
          <>
            {' '}
            Last used: <Time at={session.lastSeenAt} as="ago" />.
          </>
        )}
      </p>
      {!session.isThisOne && (
        <Button look="secondary" small onClick={onEnd}>
          End this one
          <Hidden>
            {' '}
            ({device}, since <Time at={session.startedAt} as="date-time" />)
          </Hidden>
        </Button>
      )}
    </li>
  );
}
