/** What is no part of a version and shows at once: lessons and enablers that it bears on, whom to ask, the next review. */
import { useNavigate } from 'react-router';
import enablers from '@hub/core/contract/reference/enablers.json' with { type: 'json' };
import lessons from '@hub/core/contract/reference/lessons.json' with { type: 'json' };
import { HubForm, Page, SavedByItself, useLinkTo, usePageQuery, useSharedEdit } from '@hub/core/web';
import { Button, Checkboxes, ConflictCompare, TextField, WhoSees } from '@hub/ui';
import { savedNow } from './saved';
import { factsIn, type Facts } from './stale-section';
import { InterventionWritingMembersDocument, UpdateInterventionDocument } from './write.generated';
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
    onHub: { value: factsOf(draft), revision: draft.revision },
    document: UpdateInterventionDocument,
    input: ({ lessons: tags, enablers: help, contacts, reviewOn }: Facts, expectedRevision) => ({
      ...{ id: draft.id, expectedRevision, reviewOn },
      ...{ lessons: [...tags], enablers: [...help], contacts: [...contacts] },
    }),
    revisionAfter: ({ updateIntervention }) => updateIntervention.intervention.revision,
    currentIn: (extensions) => {
      const current = factsIn(extensions);
      if (!current) return null;
      const { revision, ...value } = current;
      return { value, revision };
    },
    onSaved: () => void navigate(linkTo(draft.id, '/edit'), { state: savedNow() }),
  });
  const { value, change, theirs } = edit;
  const words = (facts: Facts) => wordsOf(facts, members);
  return (
    <Page
      title="Tags, whom to ask and the next review"
      caption={draft.title}
      back={{ to: linkTo(draft.id, '/edit'), label: draft.title }}
      facts={<SavedByItself edit={edit} />}
    >
      {theirs ? (
        <ConflictCompare
          texts={[{ name: 'facts', heading: 'Tags, contacts and review', mine: words(value), theirs: words(theirs) }]}
          onCombine={() => edit.goOnWith(joined(theirs, value))}
          onChoose={(choice) => {
            if (choice !== 'theirs') return edit.keep(value);
            edit.keepTheirs();
            onRefetch();
          }}
        />
      ) : (
        <HubForm form={edit.form} onSubmit={() => edit.save('list')}>
          {draft.currentVersion && <p>What you change here shows at once. It is no part of a version.</p>}
          <Checkboxes
            name="lessons"
            label="Which lessons does it bear on?"
            choices={lessons.lessons.map(({ number, title }) => ({ value: String(number), label: title }))}
            values={value.lessons.map(String)}
            onChange={(chosen) => change({ lessons: chosen.map(Number) })}
          />
          <Checkboxes
            name="enablers"
            label="Which kinds of support did it need?"
            choices={enablers.enablers.map(({ number, name }) => ({ value: String(number), label: name }))}
            values={value.enablers.map(String)}
            onChange={(chosen) => change({ enablers: chosen.map(Number) })}
          />
          <Checkboxes
            name="contacts"
            label="Whom can others ask?"
            choices={members.map(({ id, displayName, roleTitle }) => ({
              ...{ value: id, label: displayName },
              ...(roleTitle ? { hint: roleTitle } : {}),
            }))}
            values={value.contacts}
            onChange={(contacts) => change({ contacts })}
          />
          <TextField
            name="reviewOn"
            type="date"
            label="When will you look at it again?"
            hint="On that day you are reminded, and its page says that a review is due"
            className="nhsuk-input--width-10"
            value={value.reviewOn}
            onChange={(reviewOn) => change({ reviewOn })}
          />
          <WhoSees who={draft.whoCanSee} />
          <Button>Save</Button>
        </HubForm>
      )}
    </Page>
  );
}

type Members = ReturnType<typeof useMembers>;

function useMembers(slug: string) {
  const { data } = usePageQuery(InterventionWritingMembersDocument, { slug });
  return data.intervention?.site.members.edges.map(({ node }) => node) ?? [];
}

function factsOf(draft: EditableDraft): Facts {
  const { lessons: tags, enablers: help, contacts, reviewOn } = draft;
  return { lessons: tags, enablers: help, contacts: contacts.map(({ id }) => id), reviewOn: reviewOn ?? '' };
}

function joined(theirs: Facts, mine: Facts): Facts {
  const both = <Item,>(one: readonly Item[], other: readonly Item[]) => [...new Set([...one, ...other])];
  return {
    lessons: both(theirs.lessons, mine.lessons),
    enablers: both(theirs.enablers, mine.enablers),
    contacts: both(theirs.contacts, mine.contacts),
    reviewOn: mine.reviewOn || theirs.reviewOn,
  };
}

function wordsOf(facts: Facts, members: Members): string {
  const named = lessons.lessons.filter(({ number }) => facts.lessons.includes(number)).map(({ title }) => title);
  const helped = enablers.enablers.filter(({ number }) => facts.enablers.includes(number)).map(({ name }) => name);
  const asked = members.filter(({ id }) => facts.contacts.includes(id)).map(({ displayName }) => displayName);
  return [...named, ...helped, ...asked, facts.reviewOn && `Review on ${facts.reviewOn}`].filter(Boolean).join('\n');
}
