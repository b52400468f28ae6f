/** "Notification settings": how often mail comes, and everything that one follows. */
import { Link, useSearchParams } from 'react-router';
import { NotFound, Page, useMentionsIn, usePageQuery } from '@hub/core/web';
import { EmptyState, InsetText, Pager } from '@hub/ui';
import type { MailDelivery } from '@hub/graphql';
import { DefaultRulesForm } from './default-rules.form';
import { FollowList } from './follow-list';
import { MailSettingsForm } from './mail-settings.form';
import { NotificationSettingsDocument } from './settings.generated';

export default function NotificationSettingsPage() {
  const [address] = useSearchParams();
  const { data } = usePageQuery(useMentionsIn(NotificationSettingsDocument, 'target'), {
    first: 20,
    after: address.get('after'),
    afterMuted: address.get('muted-after'),
  });
  const { mailSettings, mailDelivery, follows, muted, defaultRules } = data;
  if (!mailSettings) return <NotFound />;
  return (
    <Page
      title="Notification settings"
      breadcrumbs={[
        { to: '/', label: 'Home' },
        { to: '/notifications', label: 'Notifications' },
      ]}
    >
      <WhetherMailed delivery={mailDelivery} />
      <MailSettingsForm settings={mailSettings} />
      <h2>What you follow</h2>
      {follows.totalCount === 0 ? (
        <EmptyState>
          <p>
            You follow nothing yet. <Link to="/discussions">Find a discussion</Link>, or a care model or site, and
            choose “Follow this”.
          </p>
        </EmptyState>
      ) : (
        <>
          <p>{follows.totalCount === 1 ? '1 thing' : `${follows.totalCount} things, the latest first`}</p>
          <FollowList follows={follows.edges.map(({ node }) => node)} />
          <Pager pageInfo={follows.pageInfo} what="follows" />
        </>
      )}
      <DefaultRulesForm
        label="Followed for you"
        hint="What you hear of without having chosen it, until you untick it. Changes are saved at once"
        rules={defaultRules.filter(({ isReminder }) => !isReminder)}
      />
      <DefaultRulesForm
        label="Reminders"
        hint="What the hub reminds you of once, where it is yours to do. Mail about it comes as about what is addressed to you. Changes are saved at once"
        rules={defaultRules.filter(({ isReminder }) => isReminder)}
      />
      {muted.totalCount > 0 && (
        <>
          <h2>What you muted</h2>
          <FollowList follows={muted.edges.map(({ node }) => node)} />
          <Pager pageInfo={muted.pageInfo} what="what you muted" param="muted-" />
        </>
      )}
    </Page>
  );
}

const notMailed = {
  NO_ADDRESS: 'The hub knows no e-mail address of yours, so no mail reaches you.',
  KEPT: 'No mail server is set for this hub, so no mail reaches you. What would be mailed is kept for its administrators to read.',
  NONE: 'This hub sends no mail about news: its administrators have set no key (HUB_SECRET_KEY), without which the links that stop such mail cannot be made.',
} as const;

function WhetherMailed({ delivery }: { readonly delivery: MailDelivery }) {
  if (delivery === 'SENT')
    return (
      <p>
        Your inbox here has everything. Mail comes to the address that you sign in with, and each mail has a link that
        stops it.
      </p>
    );
  return (
    <InsetText>
      <p>{notMailed[delivery]}</p>
      <p>Your inbox here has everything. What you choose below is kept, and holds as soon as mail is sent.</p>
    </InsetText>
  );
}
