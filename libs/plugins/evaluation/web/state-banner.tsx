/** What a reader has to know of its state, and what those who write for the site can do next. */
import { Link } from 'react-router';
import { useLinkTo } from '@hub/core/web';
import { ButtonGroup, ButtonLink, Hidden, InsetText, Markdown, Time } from '@hub/ui';
import type { ShownEvaluation } from './evaluation.page';

interface StateBannerProps {
  readonly evaluation: ShownEvaluation;
}

export function StateBanner({ evaluation }: StateBannerProps) {
  switch (evaluation.status) {
    case 'DRAFT':
      return <Draft evaluation={evaluation} />;
    case 'WITHDRAWN':
      return <Withdrawn evaluation={evaluation} />;
    case 'PUBLISHED':
      return <Published evaluation={evaluation} />;
  }
}

function Draft({ evaluation }: StateBannerProps) {
  const linkTo = useLinkTo();
  return (
    <InsetText>
      <h2 className="nhsuk-heading-s nhsuk-u-margin-bottom-2">Draft, not published</h2>
      {evaluation.viewerCanEdit && (
        <ButtonGroup>
          <ButtonLink small to={linkTo(evaluation.id, '/edit')}>
            Edit<Hidden> {evaluation.title}</Hidden>
          </ButtonLink>
          <ButtonLink small look="secondary" to={linkTo(evaluation.id, '/publish')}>
            Check and publish<Hidden> {evaluation.title}</Hidden>
          </ButtonLink>
        </ButtonGroup>
      )}
    </InsetText>
  );
}

function Withdrawn({ evaluation }: StateBannerProps) {
  const linkTo = useLinkTo();
  const { site, withdrawnAt, withdrawnBy, withdrawnReason } = evaluation;
  return (
    <InsetText>
      <h2 className="nhsuk-heading-s nhsuk-u-margin-bottom-2">{site.name} has withdrawn this evaluation</h2>
      <p className="hub-meta">
        {withdrawnBy?.displayName}
        {withdrawnBy && withdrawnAt && ', '}
        {withdrawnAt && <Time at={withdrawnAt} />}
      </p>
      {withdrawnReason && <Markdown text={withdrawnReason} headingLevel={3} />}
      {evaluation.viewerCanEdit && (
        <p className="hub-no-print">
          <Link to={linkTo(evaluation.id, '/edit')}>Correct it</Link> or{' '}
          <Link to={linkTo(evaluation.id, '/publish')}>publish it again</Link>
        </p>
      )}
    </InsetText>
  );
}

/** For those who write it. */
function Published({ evaluation }: StateBannerProps) {
  const linkTo = useLinkTo();
  if (!evaluation.viewerCanEdit) return null;
  return (
    <p className="hub-no-print">
      <Link to={linkTo(evaluation.id, '/edit')}>
        Correct<Hidden> this evaluation</Hidden>
      </Link>{' '}
      or{' '}
      <Link to={linkTo(evaluation.id, '/withdraw')}>
        withdraw it<Hidden>, with a reason</Hidden>
      </Link>
    </p>
  );
}
