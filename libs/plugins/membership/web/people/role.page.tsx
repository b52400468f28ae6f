/** Changing what somebody is at a site: each role says what it opens, and the page says what will change. */
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { HubForm, NotFound, Page, useMutationForm } from '@hub/core/web';
import type { SiteRole } from '@hub/graphql';
import { Button, InsetText } from '@hub/ui';
import { peopleAddress } from '../addresses';
import { done } from '../done';
import { problemWith } from '../problems';
import { RoleChoices, roleName } from '../role-choices';
import { ChangeSiteRoleDocument } from './people.generated';
import { usePerson, type PersonOfSite } from './use-person';

export default function RolePage() {
  const { name = '', member = '' } = useParams();
  const person = usePerson(name, member);
  return person ? <RoleForm person={person} /> : <NotFound />;
}

function RoleForm({ person }: { readonly person: PersonOfSite }) {
  const { site, name } = person;
  const [role, setRole] = useState<SiteRole>(person.role);
  const back = peopleAddress(site.slug);
  const navigate = useNavigate();
  const form = useMutationForm(ChangeSiteRoleDocument, {
    onDone: () => void navigate(back, done(`${name} is ${withArticle(role)} of ${site.name} now`)),
  });
  const submit = () => {
    const problem = problemWith([['role', role === person.role, `${name} has this role already. Choose another`]]);
    if (problem) return form.setProblem(problem);
    void form.submit({ site: site.id, member: person.id, role });
  };
  return (
    <Page title={`Change the role of ${name}`} back={{ to: back, label: `People of ${site.name}` }}>
      <p>
        {name} is {withArticle(person.role)} of {site.name}. A new role counts at once, also on pages that are open. It
        is written in the hub’s record of changes, and {name} is told.
      </p>
      {person.isLastLead && (
        <InsetText>
          <p>{name} is the only lead. Make somebody else a lead first: a site cannot be without one.</p>
        </InsetText>
      )}
      <HubForm form={form} onSubmit={submit}>
        <RoleChoices label={`What is ${name} at ${site.name}?`} value={role} onChange={setRole} />
        <Button>{role === person.role ? 'Change the role' : `Make ${name} ${withArticle(role)}`}</Button>
      </HubForm>
    </Page>
  );
}

/** "a site lead", "an evaluator" */
export function withArticle(role: SiteRole): string {
  const name = roleName(role).toLowerCase();
  return `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`;
}
