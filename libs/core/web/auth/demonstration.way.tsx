/** Signing in as a member of the demonstration, where it is on. */
import { use, useState } from 'react';
import { ErrorMessage, LinkButton } from '@hub/ui';
import type { SignInProps } from '../plugin/define';
import { loadDemoMembers, signInAs, type DemoMember } from './session';

export default function DemonstrationWay({ returnTo }: SignInProps) {
  const members = use(loadDemoMembers());
  const [hasFailed, setFailed] = useState(false);
  if (!members) return null;
  const choose = (slug: string) => {
    setFailed(false);
    signInAs(slug, returnTo).catch(() => setFailed(true));
  };
  return (
    <section aria-labelledby="demonstration">
      <h2 id="demonstration">As someone of the demonstration</h2>
      <p>This is a demonstration. The people and sites are made up. Choose who to be.</p>
      {hasFailed && <ErrorMessage>Sorry, signing in did not work. Try again.</ErrorMessage>}
      {bySite(members).map(([site, people]) => (
        <section key={site}>
          <h3 className="nhsuk-heading-s nhsuk-u-margin-bottom-1">{site}</h3>
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
    </section>
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
