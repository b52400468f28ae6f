/** One case about something that the reader wrote: why it was reported, what was decided, and why. */
import { Link, useParams } from 'react-router';
import { NotFound, Page, usePageQuery } from '@hub/core/web';
import { ownCasePrefix, ownCasesPage } from '@hub/plugins/moderation/contract';
import { formatDateTime, SummaryList } from '@hub/ui';
import { AppealForm } from './appeal-form';
import { AppealSoFar } from '../appeal-so-far';
import { Done } from '../done';
import { outcomeWords, reasonsInWords, undoneWords } from '../words';
import { OwnCasePageDocument } from './reports.generated';
import { useSubject } from './subject';

export default function OwnCasePage() {
  const { id = '' } = useParams();
  const { data } = usePageQuery(OwnCasePageDocument, { id: `${ownCasePrefix}:${id}` });
  const subjectOf = useSubject();
  const { ownCase } = data;
  if (!ownCase) return <NotFound />;
  const subject = subjectOf(ownCase.subject);
  return (
    <Page title="A post of yours was reported" back={{ to: ownCasesPage, label: 'About what you wrote' }}>
      <Done />
      <SummaryList
        facts={[
          { name: 'Your post', value: subject && <Link to={subject.to}>In the discussion: {subject.words}</Link> },
          { name: 'Reported for', value: reasonsInWords(ownCase.reasons) },
          { name: 'Decision', value: outcomeWords(ownCase.decision) },
          ...(ownCase.decidedAt ? [{ name: 'Decided', value: formatDateTime(ownCase.decidedAt) }] : []),
          ...(ownCase.decisionReason ? [{ name: 'Why', value: ownCase.decisionReason }] : []),
          ...(ownCase.appeal?.upheld ? [{ name: 'Since', value: undoneWords(ownCase.decision) }] : []),
        ]}
      />
      {ownCase.hidden && (
        <p>
          Until a moderator has looked at it, only you and moderators can read your post. If it does give details of a
          patient, you can edit or remove it now.
        </p>
      )}
      {ownCase.nameOpenings.map((opening) => (
        <p key={opening.openedAt}>
          {opening.by.displayName}, a moderator, opened your name on {formatDateTime(opening.openedAt)}, for 30 minutes.
          Their reason: {opening.reason}
        </p>
      ))}
      <p>Who reported it is known to moderators alone.</p>
      {ownCase.appeal && <AppealSoFar appeal={ownCase.appeal} whose="What you said" />}
      {ownCase.viewerCanAppeal && <AppealForm ownCase={ownCase} />}
    </Page>
  );
}
