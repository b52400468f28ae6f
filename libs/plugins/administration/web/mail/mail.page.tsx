/** Mail: what waits or is kept, what was given up. The words of a letter are read one by one. */
import { Link, useLocation } from 'react-router';
import { rowIdOf } from '@hub/core/contract';
import { Page, usePageQuery } from '@hub/core/web';
import type { LetterState } from '@hub/graphql';
import {
  counted,
  EmptyState,
  FilterPanel,
  formatDateTime,
  Hidden,
  Pager,
  PlainTag,
  chosenFilters,
  type Filter,
} from '@hub/ui';
import { fromTasks } from '../parts/crumbs';
import { Done } from '../parts/done';
import { forAdministrators } from '../parts/for-administrators';
import { AdministrationLettersDocument, type LetterLineFragment } from './mail.generated';

const words = { WAITING: 'Waiting or kept', FAILED: 'Given up', SENT: 'Sent' } as const;

const filter: Filter = {
  name: 'state',
  label: 'State',
  choices: Object.entries(words).map(([value, label]) => ({ value, label })),
};

export default forAdministrators(function MailPage() {
  const { search } = useLocation();
  const [state] = chosenFilters([filter], search)['state'] ?? [];
  const after = new URLSearchParams(search).get('after');
  const { data } = usePageQuery(AdministrationLettersDocument, {
    state: (state as LetterState | undefined) ?? null,
    after,
  });
  const { totalCount, edges, pageInfo } = data.letters;
  return (
    <Page title="Mail" caption="Administration" breadcrumbs={fromTasks}>
      <Done />
      <p>Where no mail server is set, letters are kept here. What is in a letter is the addressee’s.</p>
      <FilterPanel filters={[filter]} />
      <p aria-live="polite">{counted(totalCount, 'letter')}</p>
      {totalCount === 0 && (
        <EmptyState>
          <p>No letters.</p>
        </EmptyState>
      )}
      <ul className="nhsuk-list hub-rows">
        {edges.map(({ node }) => (
          <li key={node.id} className="hub-rows__row">
            <Letter letter={node} />
          </li>
        ))}
      </ul>
      <Pager pageInfo={pageInfo} what="letters" />
    </Page>
  );
});

function Letter({ letter }: { readonly letter: LetterLineFragment }) {
  const { id, recipient, state, isSecret, writtenAt, sentAt, attempts, problem } = letter;
  const page = `/administration/mail/${rowIdOf('letter', id) ?? ''}`;
  const about = `to ${recipient}, ${formatDateTime(writtenAt)}`;
  return (
    <>
      <h2 className="hub-rows__title nhsuk-heading-s">
        To {recipient} <PlainTag words={words[state]} />
      </h2>
      <p className="hub-meta">
        {formatDateTime(writtenAt)}.{sentAt && ` Sent ${formatDateTime(sentAt)}.`}
        {isSecret && ' Holds a code or a link.'}
        {attempts > 0 && ` Tried ${counted(attempts, 'time')}.`}
      </p>
      {problem && <p>What went wrong: {problem}</p>}
      <p className="nhsuk-u-margin-bottom-0">
        {state === 'WAITING' && (
          <Link to={`${page}/read`}>
            Read<Hidden> the letter {about}</Hidden>
          </Link>
        )}
        {state === 'FAILED' && (
          <Link to={`${page}/send`}>
            Send again<Hidden> the letter {about}</Hidden>
          </Link>
        )}
      </p>
    </>
  );
}
