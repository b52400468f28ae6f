/** "Notification settings": how often mail comes, and everything that one follows. */
import { Link, useSearchParams } from 'react-router';
import { NotFound, Page, useMentionsIn, usePageQuery } from '@hub/core/web';
import { EmptyState, Pager } from '@hub/ui';
import { FollowList } from './follow-list';
import { MailSettingsForm } from './mail-settings.form';
import { NotificationSettingsDocument } from './settings.generated';

export default function NotificationSettingsPage() {
  const [address] = useSearchParams();
  const { data } = usePageQuery(useMentionsIn(NotificationSettingsDocument, 'target'), {
    first: 20,
    after: address.get('after'),
  });
  const { mailSettings, follows } = data;
  if (!mailSettings) return <NotFound />;
  return (
    <Page
      title="Notification settings"
      breadcrumbs={[
        { to: '/', label: 'Home' },
        { to: '/notifications', label: 'Notifications' },
      ]}
    >
      <p>
        Your inbox here has everything. Mail comes to the address that you sign in with, and each mail has a link that
        stops it.
      </p>
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
    </Page>
  );
}
