/** On a record: what was written into it from discussions, with the way to them. Nothing where there is none that the reader may see. */
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { EntityLink, useLinkTo, usePageQuery, type EntityPartProps } from '@hub/core/web';
import { Markdown, Meta, Time } from '@hub/ui';
import { promotionWords } from './promoted-words';
import { RecordPromotionsDocument, type RecordPromotionFragment } from './promotion.generated';

/** Apart, because few who read edit the record. */
const TakeOut = lazy(() => import('./take-out'));

export default function FromDiscussions({ reference }: EntityPartProps) {
  const { data } = usePageQuery(RecordPromotionsDocument, { id: reference });
  const [done, setDone] = useState('');
  const promotions = data.node && 'promotions' in data.node ? data.node.promotions : [];
  if (promotions.length === 0 && !done) return null;
  return (
    <section aria-labelledby="from-discussions">
      <h2 id="from-discussions">
        {promotions.some(({ post }) => post) ? 'From discussions' : 'Also learned and asked'}
      </h2>
      {done && (
        <p role="status" tabIndex={-1} ref={(words) => words?.focus()}>
          {done}
        </p>
      )}
      {promotions.map((promotion) => (
        <Entry key={promotion.id} promotion={promotion} page={reference} onDone={setDone} />
      ))}
    </section>
  );
}

interface EntryProps {
  readonly promotion: RecordPromotionFragment;
  /** Whose page this is: a change is shown on the page of what came of it too. */
  readonly page: string;
  readonly onDone: (words: string) => void;
}

function Entry({ promotion, page, onDone }: EntryProps) {
  const { words, at, post, record, recordTitle, viewerCanTakeOut } = promotion;
  const linkTo = useLinkTo();
  return (
    <article className="hub-record-entry">
      <h3 className="nhsuk-heading-s">{headingOf(promotion)}</h3>
      <Markdown text={words} headingLevel={4} />
      <Meta>
        {record.id !== page && (
          <>
            In the record <EntityLink reference={record.id}>{recordTitle}</EntityLink>.{' '}
          </>
        )}
        {post && (
          <>
            From the discussion <Link to={`${linkTo(post.thread.id)}#post-${post.position}`}>{post.thread.title}</Link>
            ,{' '}
          </>
        )}
        <Time at={at} />
      </Meta>
      {viewerCanTakeOut && record.id === page && (
        <Suspense fallback={null}>
          <TakeOut promotion={promotion} onDone={onDone} />
        </Suspense>
      )}
    </article>
  );
}

function headingOf({ kind, component, version }: RecordPromotionFragment): string {
  if (component) return `${promotionWords[kind]} about “${component}”`;
  return version ? `${promotionWords[kind]}, in version ${version.number}` : promotionWords[kind];
}
