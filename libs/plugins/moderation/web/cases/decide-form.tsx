/** The decision: what becomes of the post, and why, as its author will read it. Removing is asked once more on a page of its own. */
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { HubForm } from '@hub/core/web';
import { textLimits, type CaseDecision } from '@hub/graphql';
import { Button, Radios, TextArea } from '@hub/ui';
import { caseAddress } from '../addresses';
import { problemWith } from '../problems';
import { decisionWords } from '../words';
import type { CasePartsFragment } from './cases.generated';
import { ConflictBox } from './conflict-box';
import { CutFields } from './cut-fields';
import { passagesIn } from './cuts';
import { useDecisionDraft } from './decision-draft';
import { useDecide } from './use-decide';

const hints: Readonly<Record<CaseDecision, string>> = {
  KEEP: 'Nothing is wrong with it. If it is hidden, everybody can read it again',
  EDIT_OUT: 'Some of its words go for good, the rest stays',
  REMOVE: 'Nobody can read it any more. Its place in the discussion stays',
  LOCK_THREAD: 'The post stays, and nobody can reply in its discussion any more',
};

export function DecideForm({ case: kase }: { readonly case: CasePartsFragment }) {
  const draft = useDecisionDraft(kase.id);
  const [cuts, setCuts] = useState('');
  const navigate = useNavigate();
  const form = useDecide(draft.clear);
  const { decision, reason } = draft.value;
  const submit = () => {
    const passages = passagesIn(cuts);
    const problem = problemWith([
      ['decision', decision === null, 'Choose what becomes of it'],
      ['cuts', decision === 'EDIT_OUT' && passages.length === 0, 'Say which words to cut out'],
      ['reason', reason.trim() === '', 'Say why. The author reads it'],
    ]);
    if (problem || !decision) return form.setProblem(problem);
    if (decision === 'REMOVE') return void navigate(`${caseAddress(kase.id)}/remove`);
    const cut = decision === 'EDIT_OUT' ? { cuts: passages, expectedRevision: kase.subjectRevision } : {};
    void form.submit({ case: kase.id, decision, reason, ...cut });
  };
  const more = <CutFields words={kase.words} value={cuts} onChange={setCuts} />;
  return (
    <section className="hub-no-print" aria-labelledby="decide">
      <h2 id="decide" className="nhsuk-heading-m">
        Decide
      </h2>
      {form.conflict && <ConflictBox conflict={form.conflict} mine={draft.value} />}
      <HubForm form={form} onSubmit={submit}>
        <Radios
          name="decision"
          label="What becomes of the post?"
          choices={(Object.keys(decisionWords) as CaseDecision[]).map((value) => ({
            ...{ value, label: decisionWords[value], hint: hints[value] },
            ...(value === 'EDIT_OUT' ? { more } : {}),
          }))}
          value={decision}
          onChange={(value) => draft.change({ decision: value })}
        />
        <TextArea
          name="reason"
          label="Why?"
          hint="The author reads this. Do not repeat details of patients"
          rows={3}
          limit={textLimits['DecideCaseInput.reason']}
          value={reason}
          onChange={(value) => draft.change({ reason: value })}
        />
        <Button>{decision === 'REMOVE' ? 'Continue' : 'Decide'}</Button>
      </HubForm>
    </section>
  );
}
