/** Beginning an evaluation: a title and the question. Everything else comes after, when it is there. */
import { useNavigate, useSearchParams } from 'react-router';
import { HubForm, NotFound, Page, useDraft, useLinkTo, useMutationForm, usePageQuery, WhoWillSee } from '@hub/core/web';
import { textLimits } from '@hub/graphql';
import { Button, TextArea, TextField } from '@hub/ui';
import { WritersOnly } from './writers-only';
import { CreateEvaluationDocument, NewEvaluationSubjectDocument } from './write.generated';

export default function NewEvaluationPage() {
  const about = useSearchParams()[0].get('about') ?? '';
  const { evaluationSubject: subject } = usePageQuery(NewEvaluationSubjectDocument, { subject: about }).data;
  if (!subject?.site) return <NotFound />;
  if (!subject.viewerCanEvaluate) return <WritersOnly site={subject.site.name} back={subject} />;
  return <NewEvaluation about={about} title={subject.title} site={subject.site.id} />;
}

interface NewEvaluationProps {
  readonly about: string;
  readonly title: string;
  readonly site: string;
}

function NewEvaluation({ about, title: subject, site }: NewEvaluationProps) {
  const draft = useDraft(`new-evaluation:${about}`, { title: '', question: '' });
  const navigate = useNavigate();
  const linkTo = useLinkTo();
  const form = useMutationForm(CreateEvaluationDocument, {
    onDone: ({ createEvaluation }) => {
      draft.clear();
      void navigate(linkTo(createEvaluation.evaluation.id, '/edit'));
    },
  });
  const { title, question } = draft.value;
  return (
    <Page title="Write an evaluation" caption={subject} back={{ to: linkTo(about), label: subject }}>
      <HubForm form={form} onSubmit={() => void form.submit({ about, title, question })}>
        <TextArea
          name="question"
          label="What do you want to find out?"
          hint="One question, as you would ask it. For example: are fewer people sent to the hospital for a cough?"
          rows={3}
          limit={textLimits['CreateEvaluationInput.question']}
          value={question}
          onChange={(value) => draft.change({ question: value })}
        />
        <TextField
          name="title"
          label="Title"
          hint="What you found, once you know it; you can change it then. Do not include details of patients"
          limit={textLimits['CreateEvaluationInput.title']}
          value={title}
          onChange={(value) => draft.change({ title: value })}
        />
        <WhoWillSee
          thing={{ visibility: 'DRAFT', site, within: [about] }}
          label="Who will see this until you publish it"
        />
        <Button>Save and continue</Button>
      </HubForm>
    </Page>
  );
}
