/** A post without a name: whose it is, for the moderator who opens it with a reason; and when that was done. */
import { EntityLink, HubForm, useDraft, useMutationForm } from '@hub/core/web';
import { textLimits } from '@hub/graphql';
import { Button, Details, formatDateTime, TextArea } from '@hub/ui';
import { problemWith } from '../problems';
import { OpenNameDocument, type CasePartsFragment } from './cases.generated';

interface TheNameProps {
  readonly case: CasePartsFragment;
  readonly onOpened: () => void;
}

export function TheName({ case: kase, onOpened }: TheNameProps) {
  const { openedName, nameOpenings } = kase;
  return (
    <section aria-labelledby="the-name">
      <h2 id="the-name" className="nhsuk-heading-m" tabIndex={-1}>
        Posted without a name
      </h2>
      {openedName && (
        <p>
          It was written by <EntityLink reference={openedName.id}>{openedName.displayName}</EntityLink>. You see this
          for 30 minutes; nobody else does.
        </p>
      )}
      {nameOpenings.map((opening) => (
        <p key={opening.openedAt}>
          {opening.by.displayName} opened the name on {formatDateTime(opening.openedAt)}: {opening.reason}
        </p>
      ))}
      {kase.viewerCanOpenName && (
        <div className="hub-no-print">
          <p>A case is decided without the name.</p>
          <Details summary="I need to know who wrote it">
            <OpenName id={kase.id} onOpened={onOpened} />
          </Details>
        </div>
      )}
    </section>
  );
}

function OpenName({ id, onOpened }: { readonly id: string; readonly onOpened: () => void }) {
  const draft = useDraft(`open-name:${id}`, { reason: '' });
  const form = useMutationForm(OpenNameDocument, {
    onDone: () => {
      draft.clear();
      // The form goes; the name comes beneath this heading.
      document.getElementById('the-name')?.focus();
      onOpened();
    },
  });
  const { reason } = draft.value;
  const submit = () => {
    const problem = problemWith([['reason', reason.trim() === '', 'Say why you need to know']]);
    if (problem) return form.setProblem(problem);
    void form.submit({ case: id, reason });
  };
  return (
    <>
      <p>
        You see the name for 30 minutes. The author is told, with your name and your reason. It is in the audit log for
        good.
      </p>
      <HubForm form={form} onSubmit={submit} scope="open-name">
        <TextArea
          name="reason"
          label="Why do you need to know?"
          hint="The author reads this. Do not include details of patients"
          rows={3}
          limit={textLimits['OpenNameInput.reason']}
          value={reason}
          onChange={(value) => draft.change({ reason: value })}
        />
        <Button look="warning">Show me the name</Button>
      </HubForm>
    </>
  );
}
