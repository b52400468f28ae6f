/** Answering an appeal, as a moderator who did not decide. */
import { useNavigate } from 'react-router';
import { HubForm, useDraft, useMutationForm } from '@hub/core/web';
import { textLimits, type CaseDecision } from '@hub/graphql';
import { moderationPage } from '@hub/plugins/moderation/contract';
import { Button, Radios, TextArea } from '@hub/ui';
import { done } from '../done';
import { useForget } from '../forget';
import { problemWith, sayConflict } from '../problems';
import { DecideAppealDocument, type CasePartsFragment } from './cases.generated';

/** What agreeing brings about. */
const effects: Readonly<Record<CaseDecision, string>> = {
  KEEP: '',
  EDIT_OUT: 'What was cut out is gone and cannot be restored; the author reads your answer',
  REMOVE: 'The post is restored',
  LOCK_THREAD: 'The discussion is opened to replies again',
};

export function AnswerAppeal({ case: kase }: { readonly case: CasePartsFragment }) {
  const draft = useDraft(`answer-appeal:${kase.id}`, { upheld: '', answer: '' });
  const navigate = useNavigate();
  const forget = useForget();
  const form = useMutationForm(DecideAppealDocument, {
    onDone: () => {
      draft.clear();
      forget('appealsWaiting', 'casesDecided', 'viewer');
      void navigate(moderationPage, done('The author reads your answer'));
    },
  });
  const { upheld, answer } = draft.value;
  const submit = () => {
    const problem = problemWith([
      ['upheld', upheld === '', 'Choose whether you agree'],
      ['answer', answer.trim() === '', 'Say why. The author reads it'],
    ]);
    if (problem) return form.setProblem(problem);
    void form.submit({ case: kase.id, upheld: upheld === 'yes', answer });
  };
  return (
    <section className="hub-no-print" aria-labelledby="answer-appeal">
      <h2 id="answer-appeal" className="nhsuk-heading-m">
        Answer the appeal
      </h2>
      <HubForm form={{ problem: sayConflict(form.problem) }} onSubmit={submit}>
        <Radios
          name="upheld"
          label="Do you agree with the author?"
          choices={[
            { value: 'yes', label: 'Yes', hint: kase.decision ? effects[kase.decision] : undefined },
            { value: 'no', label: 'No', hint: 'The decision stands' },
          ]}
          value={upheld === '' ? null : upheld}
          onChange={(value) => draft.change({ upheld: value })}
        />
        <TextArea
          name="answer"
          label="Why?"
          hint="The author reads this. Do not repeat details of patients"
          rows={3}
          limit={textLimits['DecideAppealInput.answer']}
          value={answer}
          onChange={(value) => draft.change({ answer: value })}
        />
        <Button>Answer the appeal</Button>
      </HubForm>
    </section>
  );
}
