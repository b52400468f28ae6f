/** "Your searches": what one keeps, how much is new in each, and the way to the results. */
import { useState } from 'react';
import { Link } from 'react-router';
import { EntityActions, MutationProblems, Page, useMutationForm, usePageQuery } from '@hub/core/web';
import { EmptyState, formatDate, Hidden, LinkButton, Meta } from '@hub/ui';
import { addressOfSaved, daysOf } from './saved-address';
import { RemoveSavedSearchDocument, SavedSearchesDocument, type SavedSearchPartsFragment } from './saved.generated';
import { searchFilters } from './search-filters';

export default function SavedSearchesPage() {
  const { data, refetch } = usePageQuery(SavedSearchesDocument);
  const remove = useMutationForm(RemoveSavedSearchDocument, {
    onDone: () => {
      document.querySelector('h1')?.focus();
      void refetch();
    },
  });
  const { savedSearches } = data;
  return (
    <Page title="Your searches" breadcrumbs={[{ to: '/', label: 'Home' }]}>
      <MutationProblems problem={remove.problem} />
      {savedSearches.length === 0 ? (
        <EmptyState>
          <p>
            You keep no searches yet. <Link to="/search">Search for something</Link>, then save what you searched for.
          </p>
        </EmptyState>
      ) : (
        <ul className="nhsuk-list hub-rows">
          {savedSearches.map((saved) => (
            <li key={saved.id} className="hub-rows__row">
              <SavedSearchRow saved={saved} onRemove={() => void remove.submit({ savedSearch: saved.id })} />
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}

interface SavedSearchRowProps {
  readonly saved: SavedSearchPartsFragment;
  readonly onRemove: () => void;
}

function SavedSearchRow({ saved, onRemove }: SavedSearchRowProps) {
  return (
    <>
      <h2 className="hub-rows__title nhsuk-heading-s">
        <Link to={`/searches/${saved.id.split('/')[1]}`}>{saved.name}</Link>
      </h2>
      <Meta>
        {saved.newCount === 0 ? 'Nothing new' : `${saved.newCount} new`}. {[saved.text, ...wordsOf(saved)].join(', ')}
      </Meta>
      <EntityActions reference={saved.id} />
      <RemoveSearch name={saved.name} onRemove={onRemove} />
    </>
  );
}

interface RemoveSearchProps {
  readonly name: string;
  readonly onRemove: () => void;
}

/** Asks once more: what is new in it, and being told of it, go with it. */
function RemoveSearch({ name, onRemove }: RemoveSearchProps) {
  const [isAsking, setAsking] = useState(false);
  if (!isAsking)
    return (
      <p className="hub-no-print nhsuk-u-margin-bottom-0">
        <LinkButton onClick={() => setAsking(true)}>
          Remove<Hidden> {name}</Hidden>
        </LinkButton>
      </p>
    );
  return (
    <div role="group" aria-label={`Remove ${name}`}>
      <p className="nhsuk-u-margin-bottom-1">Remove it for good? You will no longer be told what it finds.</p>
      <p className="hub-inline nhsuk-u-margin-bottom-0">
        <LinkButton onClick={onRemove}>Yes, remove {name}</LinkButton>
        <LinkButton onClick={() => setAsking(false)}>Keep it</LinkButton>
      </p>
    </div>
  );
}

/** Its filters in words. */
function wordsOf(saved: SavedSearchPartsFragment): string[] {
  const asked = addressOfSaved(saved).slice('/search'.length);
  const words = searchFilters([], asked).flatMap(({ choices }) => choices.map(({ label }) => label));
  const days = daysOf(saved).map(
    ({ name, day }) => `changed on ${formatDate(day)} or ${name === 'from' ? 'later' : 'earlier'}`,
  );
  return [...words, ...days];
}
