/** Signing in: the members of the demonstration where it is on, else how to get an account. */
import { use, useState } from 'react';
import { useLocation } from 'react-router';
import { ErrorMessage, LinkButton } from '@hub/ui';
import { Page } from '../shell/page';
import { safeBack } from './sign-in-address';
import { loadDemoMembers, signInAs, type DemoMember } from './session';

export default function SignInPage() {
  const members = use(loadDemoMembers());
  if (!members) return <SignInElsewhere />;
  return (
    <Page title="Sign in as someone" breadcrumbs={[{ to: '/', label: 'Home' }]}>
      <p>This is a demonstration. The people and sites are made up. Choose who to be.</p>
      <MemberList members={members} />
    </Page>
  );
}

function SignInElsewhere() {
  return (
    <Page title="Sign in" breadcrumbs={[{ to: '/', label: 'Home' }]}>
      <p>Signing in is not set up on this hub yet. Ask the person who runs it for your network.</p>
      <p>Published interventions can be read without signing in.</p>
    </Page>
  );
}

function MemberList({ members }: { readonly members: readonly DemoMember[] }) {
  const back = safeBack(useLocation().search);
  const [hasFailed, setFailed] = useState(false);
  const choose = (slug: string) => {
    setFailed(false);
    signInAs(slug, back).catch(() => setFailed(true));
  };
  return (
    <>
      {hasFailed && <ErrorMessage>Sorry, signing in did not work. Try again.</ErrorMessage>}
      {bySite(members).map(([site, people]) => (
        <section key={site}>
          <h2 className="nhsuk-heading-s nhsuk-u-margin-bottom-1">{site}</h2>
          <ul className="nhsuk-list">
            {people.map((person) => (
              <li key={person.slug}>
                <LinkButton onClick={() => choose(person.slug)}>{person.name}</LinkButton>
                {person.role && <span className="hub-meta">, {person.role}</span>}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function bySite(members: readonly DemoMember[]): [string, DemoMember[]][] {
  const groups = new Map<string, DemoMember[]>();
  for (const member of members) {
    const site = member.siteName || 'The network';
    groups.set(site, [...(groups.get(site) ?? []), member]);
  }
  return [...groups];
}
