/** Whether people benefit, as the site sees it. */
import { Link, useNavigate } from 'react-router';
import { HubForm, NotFound, Page, useDraft, useMutationForm } from '@hub/core/web';
import { textLimits, type Benefit } from '@hub/graphql';
import { Button, ButtonGroup, Radios, TextArea } from '@hub/ui';
import { benefitLabels } from '../record/benefit-words';
import { EditorsOnly } from '../record/editors-only';
import { useRecord, type ShownAdaptation } from '../record/record';
import { savedNow } from '../record/saved';
import { MovedMeanwhile } from '../stages/moved-meanwhile';
import { RecordBenefitDocument } from '../record/record.generated';

export default function BenefitPage() {
  const { adaptation, path, refetch } = useRecord();
  if (!adaptation) return <NotFound />;
  if (!adaptation.viewerCanEdit) return <EditorsOnly site={adaptation.site.name} path={path} />;
  return (
    <Page
      title="Do people benefit?"
      caption={adaptation.sourceIntervention.title}
      back={{ to: path, label: `${adaptation.site.name}’s adaptation` }}
    >
      <BenefitForm {...{ adaptation, path }} refetch={() => void refetch()} />
    </Page>
  );
}

interface BenefitFormProps {
  readonly adaptation: ShownAdaptation;
  readonly path: string;
  readonly refetch: () => void;
}

function BenefitForm({ adaptation, path, refetch }: BenefitFormProps) {
  const navigate = useNavigate();
  const { benefit, benefitWords, id, revision } = adaptation;
  const draft = useDraft<{ benefit: Benefit | null; words: string }>(`benefit:${id}`, {
    benefit,
    words: benefitWords ?? '',
  });
  const { value, change } = draft;
  const form = useMutationForm(RecordBenefitDocument, {
    onDone: () => {
      draft.clear();
      void navigate(path, { state: savedNow() });
    },
  });
  const send = () => {
    if (value.benefit === null) {
      const message = 'Choose yes, no, or too early to say';
      form.setProblem({
        code: 'BAD_USER_INPUT',
        message,
        retryAfter: null,
        extensions: {},
        fields: [{ path: 'benefit', message }],
      });
      return;
    }
    void form.submit({
      adaptation: id,
      benefit: value.benefit,
      words: value.words.trim() || null,
      expectedRevision: revision,
    });
  };
  return (
    <>
      {form.conflict && <MovedMeanwhile onLook={() => (form.setProblem(null), refetch())} />}
      <HubForm form={form} onSubmit={send}>
        <Radios
          name="benefit"
          label="Do people benefit from what you do?"
          labelSize="m"
          hint="As your site sees it now. You can say it otherwise later"
          choices={(Object.keys(benefitLabels) as Benefit[]).map((key) => ({ value: key, label: benefitLabels[key] }))}
          value={value.benefit}
          onChange={(chosen) => change({ benefit: chosen })}
        />
        <TextArea
          name="words"
          label="How do you know? (optional)"
          labelSize="s"
          hint="Figures, or what people say. Do not include details of patients"
          rows={3}
          limit={textLimits['RecordBenefitInput.words']}
          value={value.words}
          onChange={(words) => change({ words })}
        />
        <ButtonGroup>
          <Button>Save</Button>
          <Link to={path}>Leave it for later</Link>
        </ButtonGroup>
      </HubForm>
    </>
  );
}
