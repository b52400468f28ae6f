/** The second step of signing in: set up, look after, take away. Recovery codes are shown once, between the two. */
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Page, returnIn } from '@hub/core/web';
import { NotificationBanner } from '@hub/ui';
import { accountCrumbs, useAccount } from '../account';
import { AboutSecondStep } from './about-second-step';
import { RecoveryCodes } from './recovery-codes';
import { SecondStepOn } from './second-step-on';
import { SetUp } from './set-up';

export default function SecondStepPage() {
  const { account, refetch } = useAccount();
  const [shown, setShown] = useState<{ readonly codes: readonly string[]; readonly done: string } | null>(null);
  const [said, setSaid] = useState('');
  const [address] = useSearchParams();
  if (!account) return null;
  const { secondFactor } = account;
  const kept = () => {
    // What was refused before is asked anew there, which takes a fresh load.
    if (address.has('return')) return window.location.assign(returnIn(`?${address}`));
    setShown(null);
    refetch();
    setSaid(account.secondFactor.isOn ? 'You have new recovery codes' : 'Your second step is on');
  };
  if (shown) return <RecoveryCodes {...shown} onKept={kept} />;
  return (
    <Page title="Second step" breadcrumbs={accountCrumbs}>
      {said && (
        <NotificationBanner kind="done" key={said}>
          <p className="nhsuk-notification-banner__heading">{said}</p>
        </NotificationBanner>
      )}
      <AboutSecondStep isNeeded={secondFactor.isNeeded} />
      {secondFactor.isOn ? (
        <SecondStepOn
          secondFactor={secondFactor}
          onRenewed={(codes) =>
            setShown({ codes, done: 'You have new recovery codes. The ones before do not work any more.' })
          }
          onRemoved={() => {
            setSaid('Your second step was taken away');
            refetch();
          }}
        />
      ) : (
        <SetUp onConfirmed={(codes) => setShown({ codes, done: 'Your second step is on.' })} />
      )}
    </Page>
  );
}
