/** Title, summary, readers and note, then one button that says what it does: one request, all of it or nothing. */
import { Link, useNavigate } from 'react-router';
import { HubForm, useAudienceChoices, useDraft, useMutationForm, WhoWillSee } from '@hub/core/web';
import { textLimits } from '@hub/graphql';
import { maturityAt } from '@hub/plugins/adaptations/contract';
import { Button, ButtonGroup, Radios, TextArea, TextField, WhoSees } from '@hub/ui';
import { tasksOf } from '../address';
import type { ShownAdaptation } from '../record/record';
import { PublishAdaptationDocument } from '../record/record.generated';
import { savedNow } from '../record/saved';
import { MovedMeanwhile } from '../stages/moved-meanwhile';

interface PublishFormProps {
  readonly adaptation: ShownAdaptation;
  readonly result: NonNullable<ShownAdaptation['result']>;
  readonly path: string;
  readonly refetch: () => void;
}

export function PublishForm({ adaptation, result, path, refetch }: PublishFormProps) {
  const navigate = useNavigate();
  const { site, sourceIntervention, stage } = adaptation;
  const number = (result.currentVersion?.number ?? 0) + 1;
  const draft = useDraft(`publish:${adaptation.id}:${number}`, {
    title: result.title,
    summary: result.summary,
    visibility: result.intendedVisibility,
    changeNote: '',
  });
  const { value, change } = draft;
  const choices = useAudienceChoices(site.id);
  const form = useMutationForm(PublishAdaptationDocument, {
    onDone: () => {
      draft.clear();
      void navigate(path, { state: savedNow(`Version ${number} of “${value.title}” is published`) });
    },
  });

  const publish = () => {
    void form.submit({
      adaptation: adaptation.id,
      title: value.title.trim(),
      summary: value.summary.trim(),
      changeNote: value.changeNote.trim() || null,
      visibility: value.visibility,
      maturity: maturityAt(stage) ?? result.maturity,
      expectedRevision: adaptation.revision,
    });
  };
  const lookAgain = () => {
    form.setProblem(null);
    refetch();
  };

  return (
    <>
      {form.conflict && <MovedMeanwhile onLook={lookAgain} />}
      <HubForm form={form} onSubmit={publish}>
        <TextField
          name="title"
          label="What do you call it?"
          labelSize="s"
          hint="A name that says what it is, for people at other sites"
          limit={textLimits['PublishAdaptationInput.title']}
          value={value.title}
          onChange={(title) => change({ title })}
        />
        <TextArea
          name="summary"
          label="What is it, in a sentence or two?"
          labelSize="s"
          rows={3}
          limit={textLimits['PublishAdaptationInput.summary']}
          value={value.summary}
          onChange={(summary) => change({ summary })}
        />
        <TextArea
          name="changeNote"
          label="What is new in this version? (optional)"
          labelSize="s"
          hint="One line for the list of versions"
          rows={2}
          limit={textLimits['PublishAdaptationInput.changeNote']}
          value={value.changeNote}
          onChange={(changeNote) => change({ changeNote })}
        />
        <Radios
          name="visibility"
          label="Who can read it?"
          choices={choices}
          value={value.visibility}
          onChange={(visibility) => change({ visibility })}
        />
        <h2>Before you publish</h2>
        <WhoSees
          label={`Who will see version ${number} of “${value.title}”, all its sections`}
          who={choices.find((choice) => choice.value === value.visibility)?.label ?? result.whoCanSee}
        />
        <WhoWillSee
          label="Who will see this record, with what you found out, what you changed and why, and what you learned"
          thing={{ visibility: value.visibility, site: site.id, within: [sourceIntervention.id] }}
        />
        <ul className="nhsuk-list nhsuk-list--bullet">
          {value.visibility !== 'SITE' && sourceIntervention.site.id !== site.id && (
            <li>{sourceIntervention.site.name} sees that it grew from theirs</li>
          )}
          <li>Version {number} cannot be changed afterwards. You can publish another version</li>
        </ul>
        <ButtonGroup>
          <Button>Publish version {number}</Button>
          <Link to={tasksOf(path)}>Not now</Link>
        </ButtonGroup>
      </HubForm>
    </>
  );
}
