/** Choosing what is pinned in a community: found by its title, put in order, taken down with a way back. */
import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { MutationProblems, NotFound, Page, useMutationForm, usePageQuery } from '@hub/core/web';
import { EmptyState, Hidden, LinkButton, WordsFilter } from '@hub/ui';
import { communityIn, homeOf } from './addresses';
import { ResourceTitle } from './resource-title';
import {
  CommunityResourcesDocument,
  PinResourceDocument,
  UnpinResourceDocument,
  type CommunityResourcesQuery,
} from './resources.generated';
import { ThingsToPin } from './things-to-pin';

type Community = NonNullable<CommunityResourcesQuery['community']>;
type Resource = Community['resources'][number];

export default function ResourcesPage() {
  const { name } = useParams();
  const { community } = usePageQuery(CommunityResourcesDocument, { id: communityIn(name) }).data;
  return community?.viewerCanFacilitate ? <Choose community={community} /> : <NotFound />;
}

function Choose({ community }: { readonly community: Community }) {
  const [address] = useSearchParams();
  const text = address.get('text') ?? '';
  return (
    <Page title="What is pinned" caption={community.name} back={{ to: homeOf(community), label: community.name }}>
      <p>
        Whoever sees inside sees of this what they may see anyway: pinning shows nobody a draft or a site’s own record.
      </p>
      <Pinned community={community} />
      <h2 className="nhsuk-heading-m">Pin something else</h2>
      <WordsFilter label="Words in its title" />
      {text.trim() !== '' && <ThingsToPin community={community.id} named={text} />}
    </Page>
  );
}

interface Unpinned {
  readonly resource: Resource;
  readonly place: number;
}

function Pinned({ community }: { readonly community: Community }) {
  const { id, resources } = community;
  const [gone, setGone] = useState<Unpinned | null>(null);
  const pin = useMutationForm(PinResourceDocument, { onDone: () => setGone(null) });
  // Its button is gone with it.
  const unpin = useMutationForm(UnpinResourceDocument, { onDone: () => document.querySelector('h1')?.focus() });
  const move = (resource: Resource, place: number) =>
    void pin.submit({ community: id, subject: resource.subject.id, place });
  const takeDown = (resource: Resource, place: number) => {
    setGone({ resource, place });
    void unpin.submit({ community: id, subject: resource.subject.id });
  };
  const isGone = gone && !resources.some(({ subject }) => subject.id === gone.resource.subject.id);
  return (
    <>
      <MutationProblems problem={pin.problem ?? unpin.problem} />
      <p role="status">
        {isGone && (
          <>
            {gone.resource.title} is no longer pinned.{' '}
            <LinkButton onClick={() => move(gone.resource, gone.place)}>Undo</LinkButton>
          </>
        )}
      </p>
      {resources.length === 0 && (
        <EmptyState>
          <p>Nothing is pinned here yet.</p>
        </EmptyState>
      )}
      <ol className="nhsuk-list hub-rows">
        {resources.map((resource, at) => (
          <li key={resource.subject.id} className="hub-rows__row">
            <ResourceTitle resource={resource} />
            <p className="hub-inline hub-no-print nhsuk-u-margin-bottom-0">
              {at > 0 && <Act words="Move up" title={resource.title} onClick={() => move(resource, at)} />}
              {at < resources.length - 1 && (
                <Act words="Move down" title={resource.title} onClick={() => move(resource, at + 2)} />
              )}
              <Act words="Unpin" title={resource.title} onClick={() => takeDown(resource, at + 1)} />
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}

interface ActProps {
  readonly words: string;
  readonly title: string;
  readonly onClick: () => void;
}

function Act({ words, title, onClick }: ActProps) {
  return (
    <LinkButton onClick={onClick}>
      {words}
      <Hidden> {title}</Hidden>
    </LinkButton>
  );
}
