/** What a visitor sees first: what the hub is for, the care models, and what anyone may read. */
import { Link } from 'react-router';
import { CareModelList } from '../care-models/care-model-list';
import { Page } from '../shell/page';
import { PartBoundary } from '../slots/part-boundary';
import { HomeGroup } from './home-group';

export function PublicHome() {
  return (
    <Page title="Learn from what other sites tried">
      <p className="nhsuk-lede-text">
        NHS vanguard sites share what they do here, record how they adapted each other’s work, and say what they
        learned: also when they stopped.
      </p>
      <p>
        Anyone can read what sites have published. <Link to="/sign-in">Sign in</Link> to adapt it, discuss it and follow
        it.
      </p>
      <h2>Care models</h2>
      <PartBoundary what="the care models">
        <CareModelList headingLevel={3} isShort />
      </PartBoundary>
      <HomeGroup group="public" heading="Published lately" empty={<p>Nothing has been published yet</p>} />
    </Page>
  );
}
