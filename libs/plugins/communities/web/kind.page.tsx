/** Who can see a community and join it: what a change does is said before it is done. */
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { HubForm, NotFound, Page, useMutationForm, usePageQuery } from '@hub/core/web';
import { communityKinds, type CommunityKind } from '@hub/plugins/communities/contract';
import { Button, ButtonGroup, ButtonLink, Radios } from '@hub/ui';
import { communityAddress, communityIn } from './addresses';
import { done } from './done';
import { missing, sayConflict } from './problems';
import {
  ChangeCommunityKindDocument,
  CommunitySettingsPageDocument,
  type CommunitySettingsFragment,
} from './settings.generated';
import { kindEffects, kindNames, kindSentences } from './words';

export default function KindPage() {
  const { name } = useParams();
  const { community } = usePageQuery(CommunitySettingsPageDocument, { id: communityIn(name) }).data;
  if (!community?.viewerCanFacilitate || community.modelType) return <NotFound />;
  return <ChangeKind community={community} />;
}

function ChangeKind({ community }: { readonly community: CommunitySettingsFragment }) {
  const { id, name, kind, revision } = community;
  const [chosen, setChosen] = useState<CommunityKind | null>(null);
  const back = communityAddress(id, '/settings');
  const navigate = useNavigate();
  const form = useMutationForm(ChangeCommunityKindDocument, {
    onDone: ({ changeCommunityKind: { community: now } }) =>
      void navigate(communityAddress(id), done(`${name} is ${kindNames[now.kind].toLowerCase()} now`)),
  });
  const others = communityKinds.filter((one) => one !== kind);
  const submit = () => {
    const problem = missing('kind', chosen === null, 'Choose who can see it');
    if (problem || !chosen) return form.setProblem(problem);
    void form.submit({ community: id, expectedRevision: revision, kind: chosen });
  };
  return (
    <Page title={`Who can see ${name}`} back={{ to: back, label: 'Settings' }}>
      <p>It is {kindNames[kind].toLowerCase()} now.</p>
      <HubForm form={{ problem: sayConflict(form.problem) }} onSubmit={submit}>
        <Radios
          name="kind"
          label="What should it become?"
          choices={others.map((value) => ({ value, label: kindNames[value], hint: kindSentences[value] }))}
          value={chosen}
          onChange={setChosen}
        />
        {chosen && <Effects kind={chosen} />}
        <ButtonGroup>
          <Button look="warning">{chosen ? `Make it ${kindNames[chosen].toLowerCase()}` : 'Change it'}</Button>
          <ButtonLink look="secondary" to={back}>
            Leave it as it is
          </ButtonLink>
        </ButtonGroup>
      </HubForm>
    </Page>
  );
}

function Effects({ kind }: { readonly kind: CommunityKind }) {
  return (
    <div role="status">
      <p>This takes effect at once:</p>
      <ul>
        {kindEffects[kind].map((effect) => (
          <li key={effect}>{effect}</li>
        ))}
      </ul>
    </div>
  );
}
