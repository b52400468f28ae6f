/** One's own profile: the form, and beside it what others see. */
import { useState } from 'react';
import { EntityLink, NotFound, Page, usePageQuery } from '@hub/core/web';
import { NotificationBanner } from '@hub/ui';
import { MemberFacts } from '../member/member-facts';
import { MemberIntroduction } from '../member/member-introduction';
import { PhotoForm } from './photo-form';
import { ProfileForm } from './profile-form';
import { OwnProfileDocument } from './profile.generated';

export default function ProfilePage() {
  const { data, refetch } = usePageQuery(OwnProfileDocument);
  const [saves, setSaves] = useState(0);
  const member = data.viewer;
  if (!member) return <NotFound />;
  return (
    <Page
      title="Your profile"
      breadcrumbs={[
        { to: '/', label: 'Home' },
        { to: '/account', label: 'Your account' },
      ]}
      aside={
        <section aria-labelledby="seen">
          <h2 id="seen">What others see of you</h2>
          <p>
            Everyone signed in to the hub sees this, on <EntityLink reference={member.id}>your page</EntityLink>.
          </p>
          <h3>{member.displayName}</h3>
          <MemberIntroduction member={member} />
          <MemberFacts member={member} />
        </section>
      }
    >
      {saves > 0 && (
        <NotificationBanner key={saves} kind="done">
          Your profile is saved
        </NotificationBanner>
      )}
      <PhotoForm photo={member.photo} onChange={refetch} />
      <h2>About you</h2>
      <ProfileForm key={`${member.id} ${saves}`} member={member} onSaved={() => setSaves(saves + 1)} />
    </Page>
  );
}
