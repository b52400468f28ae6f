/** How a person introduces themselves: their photo, and a few words. */
import type { MemberProfileFragment } from './member.generated';
import { Photo } from './photo';

export function MemberIntroduction({ member }: { readonly member: Pick<MemberProfileFragment, 'photo' | 'bio'> }) {
  return (
    <>
      {member.photo && <Photo src={member.photo} />}
      {member.bio && <p className="hub-lines">{member.bio}</p>}
    </>
  );
}
