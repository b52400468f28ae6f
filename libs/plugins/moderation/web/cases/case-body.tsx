/** All that a moderator looks at: the post in full between its neighbours, who reported it and why, and what was earlier. */
import { Link } from 'react-router';
import { EntityLink, useLinkTo, useViewer } from '@hub/core/web';
import { uuidOfPost } from '@hub/plugins/threads/contract';
import { counted, Details, formatDate, formatDateTime, InsetText, Markdown, Meta, Time } from '@hub/ui';
import { caseAddress } from '../addresses';
import { outcomeWords, reasonWords } from '../words';
import type { CasePartsFragment, CasePostFragment } from './cases.generated';

interface CaseBodyProps {
  readonly case: CasePartsFragment;
  /** The level of the headings within. */
  readonly headingLevel: 2 | 3;
}

export function CaseBody({ case: kase, headingLevel }: CaseBodyProps) {
  const Heading = `h${headingLevel}` as const;
  const level = headingLevel === 2 ? 3 : 4;
  const look = headingLevel === 2 ? 'nhsuk-heading-m' : 'nhsuk-heading-s';
  return (
    <>
      <OpenedBy case={kase} />
      <Heading className={look}>The post</Heading>
      <Around posts={kase.before} what="before it" />
      <Reported case={kase} headingLevel={level} />
      <Around posts={kase.after} what="after it" />
      <Heading className={look}>{counted(kase.reports.length, 'report')}</Heading>
      <ul className="nhsuk-list nhsuk-list--bullet nhsuk-u-margin-bottom-5">
        {kase.reports.map((report) => (
          <li key={report.id}>
            {reasonWords[report.reason]}, by <EntityLink reference={report.by.id}>{report.by.displayName}</EntityLink>,{' '}
            <Time at={report.reportedAt} as="date-time" />
            {report.words && <p className="hub-plain-text">{report.words}</p>}
          </li>
        ))}
      </ul>
      {kase.earlier.length > 0 && <Heading className={look}>Earlier about the same post or author</Heading>}
      {kase.earlier.length > 0 && (
        <ul className="nhsuk-list nhsuk-list--bullet nhsuk-u-margin-bottom-5">
          {kase.earlier.map((past) => (
            <li key={past.id}>
              <Link to={caseAddress(past.id)}>
                {reasonWords[past.reason]}: {past.thread?.title}
              </Link>
              , {formatDate(past.reportedAt)}. {outcomeWords(past.decision)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function OpenedBy({ case: { openedBy, openedAt, decidedAt } }: { readonly case: CasePartsFragment }) {
  const viewer = useViewer();
  if (!openedBy || !openedAt || decidedAt) return null;
  return (
    <p>
      {openedBy.id === viewer?.id ? 'You' : openedBy.displayName} opened this on {formatDateTime(openedAt)}.
    </p>
  );
}

/** The words of the reported post, also once a moderator removed it. */
function Reported({ case: kase, headingLevel }: { readonly case: CasePartsFragment; readonly headingLevel: 3 | 4 }) {
  const linkTo = useLinkTo();
  const post = kase.subject?.__typename === 'Post' ? kase.subject : null;
  return (
    <InsetText>
      <Meta>
        {post?.author?.displayName ?? 'A member, without their name'}
        {post && (
          <>
            , <Time at={post.createdAt} as="date-time" />
          </>
        )}
        {kase.hidden && '. Hidden from others while it waits'}
        {kase.removed && '. Removed'}
      </Meta>
      <Markdown text={kase.words} headingLevel={headingLevel} />
      {post && kase.thread && (
        <p className="hub-no-print">
          <Link to={`${linkTo(kase.thread.id)}#post-${post.position}`}>In the discussion: {kase.thread.title}</Link>
          {post.revisions.length > 0 && (
            <>
              {' '}
              <Link to={linkTo(kase.thread.id, `/edits/${uuidOfPost(post.id)}`)}>What it said before</Link>
            </>
          )}
        </p>
      )}
      {post && <WrittenElsewhere promotions={post.promotions} />}
    </InsetText>
  );
}

type Subject = Extract<CasePartsFragment['subject'], { __typename: 'Post' }>;

/** Records that it was written into: a decision about the post changes nothing there. */
function WrittenElsewhere({ promotions }: Pick<Subject, 'promotions'>) {
  if (promotions.length === 0) return null;
  return (
    <>
      <p>
        It was written into these records, which keep their words. If they have to go, ask those who edit the record:
      </p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {promotions.map(({ id, record, recordTitle }) => (
          <li key={id}>
            <EntityLink reference={record.id}>{recordTitle}</EntityLink>
          </li>
        ))}
      </ul>
    </>
  );
}

function Around({ posts, what }: { readonly posts: readonly CasePostFragment[]; readonly what: string }) {
  if (posts.length === 0) return null;
  return (
    <Details summary={`${counted(posts.length, 'post')} ${what}`} open>
      {posts.map((post) => (
        <div key={post.id}>
          <Meta>
            {post.author?.displayName ?? 'A member, without their name'}, <Time at={post.createdAt} as="date-time" />
          </Meta>
          {post.body ? <Markdown text={post.body} headingLevel={4} /> : <p>{post.removed ? 'Removed' : 'Hidden'}</p>}
        </div>
      ))}
    </Details>
  );
}
