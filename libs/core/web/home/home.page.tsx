/** Home: what waits and what changed for a member; what the hub is for a visitor. */
import { useViewer } from '../auth/viewer';
import { MemberHome } from './member-home';
import { PublicHome } from './public-home';

export default function HomePage() {
  const viewer = useViewer();
  return viewer ? <MemberHome viewer={viewer} /> : <PublicHome />;
}
