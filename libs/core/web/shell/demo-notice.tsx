/** Says on every page that this is a demonstration, where signing in as anyone is switched on. */
import { use } from 'react';
import { Link } from 'react-router';
import { loadDemoMembers } from '../auth/session';
import { useSignInAddress } from '../auth/sign-in-address';

/** Nothing where demonstration sign-in is off. Waits with the frame until that is known, so that nothing jumps. */
export function DemoNotice() {
  const members = use(loadDemoMembers());
  const signIn = useSignInAddress();
  if (!members) return null;
  return (
    <section className="hub-demo-notice" aria-label="Demonstration">
      <div className="nhsuk-width-container">
        <p>
          This is a demonstration: people and sites are made up. <Link to={signIn}>Sign in as someone</Link>
        </p>
      </div>
    </section>
  );
}
