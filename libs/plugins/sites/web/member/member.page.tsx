/** One person: their role, their site and what they offer to help with. */
import { useParams } from 'react-router';
import { entityRef } from '@hub/core/contract';
import { EntityActions, EntityCards, NotFound, Page, usePageQuery } from '@hub/core/web';
import { IllustrativeNote, WhoSees } from '@hub/ui';
import { MemberFacts } from './member-facts';
import { MemberIntroduction } from './member-introduction';
import { MemberPageDocument } from './member.generated';

const crumbs = [
  { to: '/', label: 'Home' },
  { to: '/sites', label: 'Sites' },
];

export default function MemberPage() {
  const { name = '' } = useParams();
  const { data } = usePageQuery(MemberPageDocument, { id: entityRef('member', 'network', name) });
  const member = data.node;
  if (member?.__typename !== 'Member') return <NotFound />;
  return (
    <Page
      title={member.displayName}
      breadcrumbs={crumbs}
      facts={
        <>
          <WhoSees who={member.whoCanSee} />
          {member.illustrative && <IllustrativeNote />}
        </>
      }
    >
      <MemberIntroduction member={member} />
      <EntityActions reference={member.id} />
      <MemberFacts member={member} />
      <EntityCards reference={member.id} place="main" />
    </Page>
  );
}
