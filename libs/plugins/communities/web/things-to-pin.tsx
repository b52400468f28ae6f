/** What a facilitator may mean by words of a title, each with a button that pins it. */
import { MutationProblems, useMutationForm, usePageQuery } from '@hub/core/web';
import { EmptyState, Hidden, LinkButton } from '@hub/ui';
import { ResourceTitle } from './resource-title';
import { PinResourceDocument, ThingsToPinDocument } from './resources.generated';

interface ThingsToPinProps {
  readonly community: string;
  readonly named: string;
}

export function ThingsToPin({ community: id, named }: ThingsToPinProps) {
  const { data, refetch } = usePageQuery(ThingsToPinDocument, { id, named });
  const pin = useMutationForm(PinResourceDocument, { onDone: () => void refetch() });
  const found = data.community?.thingsToPin ?? [];
  if (found.length === 0)
    return (
      <EmptyState>
        <p>Nothing that you can see, and that is not pinned yet, has these words in its title.</p>
      </EmptyState>
    );
  return (
    <>
      <MutationProblems problem={pin.problem} />
      <ul className="nhsuk-list hub-rows">
        {found.map((resource) => (
          <li key={resource.subject.id} className="hub-rows__row">
            <ResourceTitle resource={resource} />
            <LinkButton onClick={() => void pin.submit({ community: id, subject: resource.subject.id })}>
              Pin<Hidden> {resource.title}</Hidden>
            </LinkButton>
          </li>
        ))}
      </ul>
      {found.length === 10 && <p>Write more of the title to see others.</p>}
    </>
  );
}
