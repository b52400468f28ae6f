/** Title, summary, readers and note, then one button that says what it does. */
import { Link, useNavigate } from 'react-router';
import { HubForm, useDraft, useMutationForm } from '@hub/core/web';
import { textLimits, type Visibility } from '@hub/graphql';
import { Button, ButtonGroup, Radios, TextArea, TextField } from '@hub/ui';
import { tasksOf } from '../address';
import type { ShownAdaptation } from '../record/record';
import { PublishAdaptationDocument } from '../record/record.generated';
import { savedNow } from '../record/saved';
import { MovedMeanwhile } from '../stages/moved-meanwhile';
import { EditLocalTextDocument } from '../texts/texts.generated';
import { maturityAt, readersOf } from './publishing';

interface PublishFormProps {
  readonly adaptation: ShownAdaptation;
  readonly result: NonNullable<ShownAdaptation['result']>;
  readonly path: string;
  readonly refetch: () => void;
}

/** Who can read it and how far it is belong to the result, and are set just before it is published. */
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
  const facts = useMutationForm(EditLocalTextDocument);
  const form = useMutationForm(PublishAdaptationDocument, {
    onDone: () => {
      draft.clear();
      void navigate(path, { state: savedNow(`Version ${number} of “${value.title}” is published`) });
    },
  });

  const publish = async () => {
    const maturity = maturityAt(stage) ?? result.maturity;
    if (value.visibility !== result.intendedVisibility || maturity !== result.maturity) {
      const input = { id: result.id, expectedRevision: result.revision, visibility: value.visibility, maturity };
      if (!(await facts.submit(input))) return;
    }
    await form.submit({
      adaptation: adaptation.id,
      title: value.title.trim(),
      summary: value.summary.trim(),
      changeNote: value.changeNote.trim() || null,
      expectedRevision: adaptation.revision,
    });
  };
  const lookAgain = () => {
    facts.setProblem(null);
    form.setProblem(null);
    refetch();
  };

  return (
    <>
      {(facts.conflict ?? form.conflict) && <MovedMeanwhile onLook={lookAgain} />}
      <HubForm form={facts.problem ? facts : form} onSubmit={() => void publish()}>
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
          choices={readerChoices(result.intendedVisibility, site.name)}
          value={value.visibility}
          onChange={(visibility) => change({ visibility })}
        />
        <h2>Before you publish</h2>
        <ul className="nhsuk-list nhsuk-list--bullet">
          <li>
            Version {number} of “{value.title}”, all its sections: {readersOf(value.visibility, site.name)}
          </li>
          <li>
            This record, with what you found out, what you changed and why, and what you learned:{' '}
            {readersOf(value.visibility, site.name)}, if they can read “{sourceIntervention.title}”
          </li>
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

const offered: readonly Visibility[] = ['PUBLIC', 'NETWORK', 'SITE'];

/** The three usual choices; what was chosen elsewhere stays possible. */
function readerChoices(current: Visibility, site: string) {
  const all = offered.includes(current) || current === 'DRAFT' ? offered : [...offered, current];
  return all.map((visibility) => {
    const words = readersOf(visibility, site);
    return { value: visibility, label: words.charAt(0).toUpperCase() + words.slice(1) };
  });
}
