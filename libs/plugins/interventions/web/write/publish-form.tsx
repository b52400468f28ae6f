/** The answers to check, what is still missing, who will see it, and the button that makes the version. */
import { useNavigate } from 'react-router';
import { EntityCards, HubForm, Page, useDraft, useLinkTo, useMutationForm, WhoWillSee } from '@hub/core/web';
import { textLimits } from '@hub/graphql';
import { Button, InsetText, TextArea } from '@hub/ui';
import { VisibilityField } from './about-fields';
import { CheckAnswers } from './check-answers';
import { MissingParts } from './missing-parts';
import { isChangedSince, missingSections, nextNumber, unexplainedComponents } from './publish-check';
import { SavedNote } from './saved';
import { PublishInterventionDocument } from './write.generated';
import { WritingBanner } from './writing-banner';
import type { EditableDraft } from './writing-query';

interface PublishFormProps {
  readonly draft: EditableDraft;
  readonly onRefetch: () => void;
}

export function PublishForm({ draft, onRefetch }: PublishFormProps) {
  const linkTo = useLinkTo();
  const navigate = useNavigate();
  const number = nextNumber(draft);
  const missing = missingSections(draft.draft);
  const note = useDraft(`publish:${draft.id}`, {
    changeNote: '',
    visibility: draft.intendedVisibility,
  });
  const form = useMutationForm(PublishInterventionDocument, {
    onDone: () => {
      note.clear();
      navigate(linkTo(draft.id), { state: { published: number } });
    },
  });
  const { visibility } = note.value;
  const publish = () => {
    const changeNote = note.value.changeNote.trim();
    void form.submit({
      ...{ id: draft.id, expectedRevision: draft.revision },
      ...(draft.currentVersion ? {} : { visibility }),
      ...(changeNote ? { changeNote } : {}),
    });
  };
  const lookAgain = () => {
    form.setProblem(null);
    onRefetch();
  };

  return (
    <Page
      title={`Check and publish version ${number}`}
      caption={draft.title}
      back={{ to: linkTo(draft.id, '/edit'), label: draft.title }}
      facts={<SavedNote />}
    >
      <WritingBanner draft={draft} />
      {form.conflict && (
        <InsetText>
          <h2 className="nhsuk-heading-s">Someone else changed this while you were checking</h2>
          <Button onClick={lookAgain}>Show what is there now</Button>
        </InsetText>
      )}
      <MissingParts {...{ missing, draft }} unexplained={unexplainedComponents(draft.nextVersion)} />
      <div className="hub-prints">
        <HubForm form={form} onSubmit={publish}>
          <CheckAnswers draft={draft} />
          <EntityCards reference={draft.id} place="checking" />
          {draft.currentVersion && (
            <TextArea
              name="changeNote"
              label={`What changed since version ${draft.currentVersion.number}?`}
              hint="People who adapted the version before read this first. Do not include details of patients"
              rows={3}
              limit={textLimits['PublishInterventionInput.changeNote']}
              value={note.value.changeNote}
              onChange={(changeNote) => note.change({ changeNote })}
            />
          )}
          <h2>Before you publish</h2>
          {!draft.currentVersion && (
            <VisibilityField
              site={draft.site.id}
              value={visibility}
              onChange={(chosen) => note.change({ visibility: chosen })}
            />
          )}
          <WhoWillSee
            label={`Who will see version ${number}, all of it`}
            thing={{ visibility: draft.currentVersion ? draft.intendedVisibility : visibility, site: draft.site.id }}
          />
          <p>A version cannot be changed once it is published. You can publish a newer one.</p>
          {draft.currentVersion && !isChangedSince(draft) && (
            <p>The text is that of version {draft.currentVersion.number}.</p>
          )}
          <Button>Publish version {number}</Button>
        </HubForm>
      </div>
    </Page>
  );
}
