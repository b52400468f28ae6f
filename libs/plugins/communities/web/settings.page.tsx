/** What is said of a community, changed by those who facilitate it. What others save meanwhile is not overwritten. */
import { Link, useNavigate, useParams } from 'react-router';
import { joinedTexts, NotFound, Page, SharedForm, usePageQuery, useSharedEdit, type Problem } from '@hub/core/web';
import { textLimits } from '@hub/graphql';
import { Button, Checkboxes, TextArea, TextField } from '@hub/ui';
import { communityAddress, communityIn, homeOf } from './addresses';
import { missing } from './problems';
import {
  CommunitySettingsPageDocument,
  UpdateCommunityDocument,
  type CommunitySettingsFragment,
  type CommunitySettingsPageQuery,
} from './settings.generated';
import { kindNames, kindSentences } from './words';

interface Writing {
  readonly name: string;
  readonly purpose: string;
  readonly welcome: string;
  readonly models: readonly string[];
}

export default function SettingsPage() {
  const { name } = useParams();
  const { data, refetch } = usePageQuery(CommunitySettingsPageDocument, { id: communityIn(name) });
  if (!data.community?.viewerCanFacilitate) return <NotFound />;
  return <Settings community={data.community} models={data.modelTypes} onRefetch={refetch} />;
}

interface SettingsProps {
  readonly community: CommunitySettingsFragment;
  readonly models: CommunitySettingsPageQuery['modelTypes'];
  readonly onRefetch: () => void;
}

function Settings({ community, models, onRefetch }: SettingsProps) {
  const { id, kind, modelType } = community;
  const back = homeOf(community);
  const navigate = useNavigate();
  const edit = useSharedEdit({
    key: `community:${id}`,
    onHub: { value: writingOf(community), revision: community.revision },
    document: UpdateCommunityDocument,
    input: ({ name, purpose, welcome, models: chosen }: Writing, expectedRevision) => ({
      ...{ community: id, expectedRevision, purpose, welcome },
      ...(modelType ? {} : { name, modelTypes: [...chosen] }),
    }),
    hubAfter: ({ updateCommunity: { community: kept } }) => ({ value: writingOf(kept), revision: kept.revision }),
    valueIn: writingNow,
    problemWith: problemIn,
    onSaved: () => void navigate(back),
  });
  const { value, change } = edit;
  return (
    <Page title="Settings" caption={community.name} back={{ to: back, label: community.name }}>
      <SharedForm edit={edit} button="save" texts={texts} join={joined} onKeptTheirs={onRefetch}>
        {!modelType && (
          <TextField
            name="name"
            label="What is it called?"
            limit={textLimits['UpdateCommunityInput.name']}
            value={value.name}
            onChange={(name) => change({ name })}
          />
        )}
        <TextField
          name="purpose"
          label="What is it for?"
          limit={textLimits['UpdateCommunityInput.purpose']}
          value={value.purpose}
          onChange={(purpose) => change({ purpose })}
        />
        <TextArea
          name="welcome"
          label="Welcome"
          hint="What those who are new should know, on top of the page. Do not include details of patients"
          rows={6}
          limit={textLimits['UpdateCommunityInput.welcome']}
          value={value.welcome}
          onChange={(welcome) => change({ welcome })}
        />
        {!modelType && (
          <Checkboxes
            name="modelTypes"
            label="Which care models does it bear on?"
            choices={models.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))}
            values={value.models}
            onChange={(chosen) => change({ models: chosen })}
          />
        )}
        <Button>Save changes</Button>
      </SharedForm>
      {!modelType && (
        <section aria-labelledby="kind">
          <h2 id="kind">Who can see it: {kindNames[kind].toLowerCase()}</h2>
          <p>{kindSentences[kind]}.</p>
          <Link to={communityAddress(id, '/kind')}>Change who can see it and join</Link>
        </section>
      )}
    </Page>
  );
}

function writingOf({ name, purpose, welcome, modelTypes }: CommunitySettingsFragment): Writing {
  return { name, purpose, welcome: welcome ?? '', models: modelTypes.map(({ code }) => code) };
}

/** What CONFLICT says is there now. */
function writingNow(current: Readonly<Record<string, unknown>>): Writing {
  const models: unknown = current['modelTypes'];
  return {
    name: String(current['name'] ?? ''),
    purpose: String(current['purpose'] ?? ''),
    welcome: String(current['welcome'] ?? ''),
    models: Array.isArray(models) ? models.map(String) : [],
  };
}

function problemIn({ name, purpose, models }: Writing): Problem | null {
  return (
    missing('name', name.trim() === '', 'Write what it is called') ??
    missing('purpose', purpose.trim() === '', 'Write what it is for') ??
    missing('modelTypes', models.length === 0, 'Choose at least 1 care model')
  );
}

const texts = [
  { heading: 'What it is called', words: ({ name }: Writing) => name },
  { heading: 'What it is for', words: ({ purpose }: Writing) => purpose },
  { heading: 'Welcome', words: ({ welcome }: Writing) => welcome },
  { heading: 'Care models', words: ({ models }: Writing) => models.join(', ') },
];

function joined(theirs: Writing, mine: Writing): Writing {
  return { ...mine, welcome: joinedTexts(theirs.welcome, mine.welcome) };
}
