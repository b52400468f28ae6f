/** The first page of somebody new: three short steps, each of which can be skipped; then back to where they were going. */
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Page, pageOfOurs } from '@hub/core/web';
import { ButtonLink } from '@hub/ui';
import { invitationPage } from '@hub/plugins/membership/contract';
import { FollowStep } from './follow-step';
import { NameStep } from './name-step';
import { SiteStep } from './site-step';
import { stepAddress } from './step-address';

const titles = ['Your name and role', 'Your site and profession', 'Follow a care model'] as const;

/** Where one stands is in the address, and each step saves by itself: leaving loses nothing. */
export default function WelcomePage() {
  const [asked] = useSearchParams();
  const step = Math.min(Math.max(Number(asked.get('step')) || 1, 1), titles.length);
  const onTo = pageOfOurs(asked.get('return'), '/');
  const next = step === titles.length ? onTo : stepAddress(step + 1, onTo);
  return (
    <Page
      title={titles[step - 1] ?? titles[0]}
      caption={`Welcome: step ${step} of ${titles.length}`}
      {...(step > 1 ? { back: { to: stepAddress(step - 1, onTo), label: 'Back' } } : {})}
    >
      {step === 1 && <NameStep next={next} />}
      {step === 2 && <SiteStep next={next} isInvited={onTo.startsWith(invitationPage)} here={stepAddress(2, onTo)} />}
      {step === 3 && <FollowStep />}
      <Skip next={next} onTo={onTo} isLast={step === titles.length}>
        {step === titles.length ? 'Finish' : 'Skip this step'}
      </Skip>
    </Page>
  );
}

interface SkipProps {
  readonly next: string;
  readonly onTo: string;
  readonly isLast: boolean;
  readonly children: ReactNode;
}

function Skip({ next, onTo, isLast, children }: SkipProps) {
  if (isLast) return <ButtonLink to={next}>{children}</ButtonLink>;
  return (
    <p className="hub-inline hub-no-print">
      <Link to={next}>{children}</Link>
      <Link to={onTo}>Skip all</Link>
    </p>
  );
}
