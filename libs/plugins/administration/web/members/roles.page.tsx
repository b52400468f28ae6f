/** The roles that somebody has in the whole network, each explained where it is given. */
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { networkRoles } from '@hub/core/contract';
import { NotFound, Page, useMutationForm, usePageQuery } from '@hub/core/web';
import type { NetworkRole } from '@hub/graphql';
import { networkRoleFacts } from '@hub/plugins/administration/contract';
import { memberRef } from '@hub/plugins/sites/contract';
import { Checkboxes } from '@hub/ui';
import { done } from '../parts/done';
import { ofMembers, useForget } from '../parts/forget';
import { forAdministrators } from '../parts/for-administrators';
import { ReasonForm } from '../parts/reason-form';
import { AdministrationMemberDocument, SetNetworkRolesDocument } from './members.generated';

const choices = networkRoles.map((role) => ({
  value: role.toUpperCase() as NetworkRole,
  label: networkRoleFacts[role].name,
  hint: networkRoleFacts[role].sentence,
}));

export default forAdministrators(function RolesPage() {
  const { name = '' } = useParams();
  const navigate = useNavigate();
  const forget = useForget();
  const member = memberRef(name);
  const { data } = usePageQuery(AdministrationMemberDocument, { member });
  const [chosen, setChosen] = useState<readonly NetworkRole[] | null>(null);
  const page = `/administration/members/${name}`;
  const form = useMutationForm(SetNetworkRolesDocument, {
    onDone: () => {
      void navigate(page, done('The roles are changed. They count at once, also where they are signed in.'));
      forget(...ofMembers);
    },
  });
  if (!data.managedMember) return <NotFound />;
  const { displayName, member: held } = data.managedMember;
  const roles = chosen ?? held.networkRoles;
  return (
    <Page title={`Roles in the network, ${displayName}`} back={{ to: page, label: displayName }}>
      <ReasonForm
        form={form}
        draft={`roles:${member}`}
        effect="What is chosen here replaces the roles they have, at once. Roles at a site are given by those who lead it."
        button="Change the roles"
        onSubmit={(reason) => form.submit({ member, roles: [...roles], reason })}
      >
        <Checkboxes name="roles" label="Roles" choices={choices} values={roles} onChange={setChosen} />
      </ReasonForm>
    </Page>
  );
});
