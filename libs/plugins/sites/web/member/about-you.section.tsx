/** On the account page: what others see of the member. */
import { usePageQuery } from '@hub/core/web';
import { MemberFacts } from './member-facts';
import { AboutYouDocument } from './member.generated';

export default function AboutYouSection() {
  const { data } = usePageQuery(AboutYouDocument);
  if (!data.viewer) return null;
  return (
    <section aria-labelledby="about-you">
      <h2 id="about-you">What others see of you</h2>
      <MemberFacts member={data.viewer} />
    </section>
  );
}
