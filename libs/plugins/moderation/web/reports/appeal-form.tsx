/** Saying once, in words, why a decision is wrong. Another moderator reads it. */
import { HubForm, useDraft, useMutationForm } from '@hub/core/web';
import { textLimits } from '@hub/graphql';
import { Button, TextArea } from '@hub/ui';
import { problemWith, sayConflict } from '../problems';
import { AppealDocument, type OwnCasePartsFragment } from './reports.generated';

export function AppealForm({ ownCase }: { readonly ownCase: OwnCasePartsFragment }) {
  const draft = useDraft(`appeal:${ownCase.id}`, { words: '' });
  const form = useMutationForm(AppealDocument, {
    onDone: () => {
      draft.clear();
      document.querySelector('h1')?.focus();
    },
  });
  const { words } = draft.value;
  const submit = () => {
    const problem = problemWith([['words', words.trim() === '', 'Say why the decision is wrong']]);
    if (problem) return form.setProblem(problem);
    void form.submit({ case: ownCase.id, words });
  };
  return (
    <section className="hub-no-print" aria-labelledby="appeal">
      <h2 id="appeal" className="nhsuk-heading-m">
        Appeal
      </h2>
      <p>You can appeal once. Another moderator than the one who decided reads it and answers.</p>
      {ownCase.decision === 'EDIT_OUT' && (
        <p>What was cut out is gone: nobody kept it, so it cannot be restored. You can edit your post instead.</p>
      )}
      <HubForm form={{ problem: sayConflict(form.problem) }} onSubmit={submit}>
        <TextArea
          name="words"
          label="Why is the decision wrong?"
          hint="Do not repeat details of patients"
          rows={4}
          limit={textLimits['AppealInput.words']}
          value={words}
          onChange={(value) => draft.change({ words: value })}
        />
        <Button>Appeal</Button>
      </HubForm>
    </section>
  );
}
