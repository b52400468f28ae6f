/** One change of an account: its effect in a sentence, a reason, and the button. */
import { useNavigate, useParams } from 'react-router';
import { NotFound, Page, useMutationForm, usePageQuery } from '@hub/core/web';
import { memberRef } from '@hub/plugins/sites/contract';
import { done } from '../parts/done';
import { ofMembers, useForget } from '../parts/forget';
import { forAdministrators } from '../parts/for-administrators';
import { ReasonForm } from '../parts/reason-form';
import { memberChanges, type MemberChange } from './changes';
import { AdministrationMemberDocument } from './members.generated';

export default forAdministrators(function ChangePage() {
  const { name = '', change = '' } = useParams();
  const wanted = Object.hasOwn(memberChanges, change) ? memberChanges[change] : undefined;
  return wanted ? <Change key={change} {...{ name, change, wanted }} /> : <NotFound />;
});

interface ChangeProps {
  readonly name: string;
  readonly change: string;
  readonly wanted: MemberChange;
}

function Change({ name, change, wanted }: ChangeProps) {
  const navigate = useNavigate();
  const forget = useForget();
  const member = memberRef(name);
  const { data } = usePageQuery(AdministrationMemberDocument, { member });
  const page = `/administration/members/${name}`;
  const who = data.managedMember?.displayName ?? '';
  const form = useMutationForm(wanted.document, {
    onDone: () => {
      void navigate(page, done(wanted.done(who)));
      forget(...ofMembers);
    },
  });
  if (!data.managedMember) return <NotFound />;
  return (
    <Page title={wanted.question(who)} back={{ to: page, label: who }}>
      <ReasonForm
        form={form}
        draft={`${change}:${member}`}
        effect={wanted.effect(who)}
        button={wanted.button}
        isGrave={wanted.isGrave}
        onSubmit={(reason) => form.submit({ member, reason })}
      />
    </Page>
  );
}
