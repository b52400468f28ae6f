/** On the account page: what others see of the member. */
import { usePageQuery } from '@hub/core/web';
import { Link } from 'react-router';
import { MemberFacts } from './member-facts';
import { MemberIntroduction } from './member-introduction';
import { AboutYouDocument } from './member.generated';

export default function AboutYouSection() {
  const { data } = usePageQuery(AboutYouDocument);
  if (!data.viewer) return null;
  return (
    <section aria-labelledby="about-you">
      <h2 id="about-you">What others see of you</h2>
      <MemberIntroduction member={data.viewer} />
      <MemberFacts member={data.viewer} />
      <p className="hub-no-print">
        <Link to="/account/profile">Change your profile</Link>
      </p>
    </section>
  );
}
