/** A family as an indented list: the list is the truth, any drawing of it is an extra. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';

export interface FamilyMember {
  readonly id: string;
  readonly name: ReactNode;
  readonly to: string;
  /** Site, stage, what changed: shown after the name. */
  readonly about?: ReactNode;
  readonly isThisPage?: boolean;
  readonly children: readonly FamilyMember[];
}

/** States each level in hidden words, so that the family can be heard as well as seen. */
export function FamilyList({ roots }: { readonly roots: readonly FamilyMember[] }) {
  return <FamilyLevel members={roots} level={1} />;
}

function FamilyLevel({ members, level }: { readonly members: readonly FamilyMember[]; readonly level: number }) {
  if (members.length === 0) return null;
  return (
    <ul className="nhsuk-list hub-family">
      {members.map((member) => (
        <li key={member.id}>
          <span className="nhsuk-u-visually-hidden">Level {level}: </span>
          {member.isThisPage ? (
            <span aria-current="page">{member.name} (this page)</span>
          ) : (
            <Link to={member.to}>{member.name}</Link>
          )}
          {member.about && <div className="hub-meta">{member.about}</div>}
          <FamilyLevel members={member.children} level={level + 1} />
        </li>
      ))}
    </ul>
  );
}
