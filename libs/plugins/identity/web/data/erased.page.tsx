/** After being erased. */
import { Link } from 'react-router';
import { Page } from '@hub/core/web';

export default function ErasedPage() {
  return (
    <Page title="You were erased">
      <p>The hub does not know you any more, and you are signed out everywhere.</p>
      <p>
        What is public can still be read. <Link to="/">Go to the home page</Link>
      </p>
    </Page>
  );
}
