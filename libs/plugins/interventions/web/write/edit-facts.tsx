/** What is no part of a version and shows at once: lessons and enablers that it bears on, whom to ask, its dates and next review. */
import { useNavigate } from 'react-router';
import enablers from '@hub/core/contract/reference/enablers.json' with { type: 'json' };
import lessons from '@hub/core/contract/reference/lessons.json' with { type: 'json' };
import { Page, SavedByItself, SharedForm, useLinkTo, usePageQuery, useSharedEdit } from '@hub/core/web';
import { interventionNow } from '@hub/plugins/interventions/contract';
import { Button, Checkboxes, DayField, MonthField, WhoSees } from '@hub/ui';
import { factsInput, factsProblem, factsTexts, factsWritingOf, joinedFacts, type FactsWriting } from './facts-writing';
import { savedNow } from './saved';
import {
  InterventionWritingMembersDocument,
  UpdateInterventionDocument,
  type WritingDraftFragment,
} from './write.generated';
import { WritingBanner } from './writing-banner';
import type { EditableDraft } from './writing-query';

interface EditFactsProps {
  readonly draft: EditableDraft;
  readonly onRefetch: () => void;
}

export function EditFacts({ draft, onRefetch }: EditFactsProps) {
  const linkTo = useLinkTo();
  const navigate = useNavigate();
  const members = useMembers(draft.slug);
  const edit = useSharedEdit({
    key: `facts:${draft.id}`,
    onHub: factsOnHub(draft),
    document: UpdateInterventionDocument,
    input: (value: FactsWriting, expectedRevision) => ({ id: draft.id, expectedRevision, ...factsInput(value) }),
    hubAfter: ({ updateIntervention: { intervention } }) => factsOnHub(intervention),
    valueIn: (current) => factsWritingOf(interventionNow(current)),
    problemWith: factsProblem,
    onSaved: () => void navigate(linkTo(draft.id, '/edit'), { state: savedNow() }),
  });
  const { value, change } = edit;
  return (
    <Page
      title="Tags, dates and whom to ask"
      caption={draft.title}
      back={{ to: linkTo(draft.id, '/edit'), label: draft.title }}
      facts={<SavedByItself edit={edit} />}
    >
      <WritingBanner draft={draft} />
      <SharedForm edit={edit} button="list" texts={factsTexts(members)} join={joinedFacts} onKeptTheirs={onRefetch}>
        {draft.currentVersion && <p>What you change here shows at once. It is no part of a version.</p>}
        <TagFields value={value} onChange={change} />
        <Checkboxes
          name="contacts"
          label="Whom can others ask?"
          choices={members.map(({ id, displayName, roleTitle }) => ({
            ...{ value: id, label: displayName },
            ...(roleTitle ? { hint: roleTitle } : {}),
          }))}
          values={value.contacts}
          onChange={(chosen) => change({ contacts: chosen })}
        />
        <DateFields value={value} onChange={change} />
        <WhoSees who={draft.whoCanSee} />
        <Button>Save</Button>
      </SharedForm>
    </Page>
  );
}

interface FieldsProps {
  readonly value: FactsWriting;
  readonly onChange: (fields: Partial<FactsWriting>) => void;
}

function TagFields({ value, onChange }: FieldsProps) {
  return (
    <>
      <Checkboxes
        name="lessons"
        label="Which lessons does it bear on?"
        choices={lessons.lessons.map(({ number, title }) => ({ value: String(number), label: title }))}
        values={value.lessons.map(String)}
        onChange={(chosen) => onChange({ lessons: chosen.map(Number) })}
      />
      <Checkboxes
        name="enablers"
        label="Which kinds of support did it need?"
        choices={enablers.enablers.map(({ number, name }) => ({ value: String(number), label: name }))}
        values={value.enablers.map(String)}
        onChange={(chosen) => onChange({ enablers: chosen.map(Number) })}
      />
    </>
  );
}

function DateFields({ value, onChange }: FieldsProps) {
  return (
    <>
      <MonthField
        name="startedOn"
        label="When did it start?"
        hint="For example, 4 2016. Leave it empty while it is an idea"
        value={value.startedOn}
        onChange={(startedOn) => onChange({ startedOn })}
      />
      <MonthField
        name="stoppedOn"
        label="When did it stop?"
        hint="Leave it empty while it goes on"
        value={value.stoppedOn}
        onChange={(stoppedOn) => onChange({ stoppedOn })}
      />
      <DayField
        name="reviewOn"
        label="When will you look at it again?"
        hint="For example, 31 3 2018. On that day you are reminded, and its page says that a review is due"
        value={value.reviewOn}
        onChange={(reviewOn) => onChange({ reviewOn })}
      />
    </>
  );
}

function factsOnHub(draft: WritingDraftFragment) {
  const contacts = draft.contacts.map(({ id }) => id);
  return { value: factsWritingOf({ ...draft, contacts }), revision: draft.revision };
}

function useMembers(slug: string) {
  const { data } = usePageQuery(InterventionWritingMembersDocument, { slug });
  return data.intervention?.site.members.edges.map(({ node }) => node) ?? [];
}
