/** "Moderation, 3 waiting" beside the person's name, for moderators; nothing at all for anybody else. */
import { Link } from 'react-router';
import { usePageQuery } from '@hub/core/web';
import { moderationPage } from '@hub/plugins/moderation/contract';
import { ModerationViewerDocument } from './viewer.generated';

export default function ModerationItem({ className }: { readonly className: string }) {
  const { data } = usePageQuery(ModerationViewerDocument);
  if (!data.viewer?.viewerCanModerate) return null;
  const waiting = data.viewer.viewerCasesWaiting ?? 0;
  return (
    <Link className={className} to={moderationPage}>
      {waiting > 0 ? `Moderation, ${waiting} waiting` : 'Moderation'}
    </Link>
  );
}
