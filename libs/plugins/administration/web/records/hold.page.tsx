/** Holds a record from appraisal, or lifts the hold. */
import { useLocation, useNavigate, useParams } from 'react-router';
import { EntityLink, NotFound, Page, useMutationForm } from '@hub/core/web';
import { done } from '../parts/done';
import { useForget } from '../parts/forget';
import { forAdministrators } from '../parts/for-administrators';
import { ReasonForm } from '../parts/reason-form';
import { HoldRecordDocument, LiftHoldDocument } from './records.generated';

const back = { to: '/administration/records', label: 'Records and appraisal' };

const changes = {
  hold: {
    title: 'Hold this record?',
    effect: 'It is left out of appraisal until somebody lifts the hold. Nobody sees more or less of it for that.',
    button: 'Hold the record',
    done: 'The record is held.',
  },
  lift: {
    title: 'Lift the hold on this record?',
    effect: 'It is up for appraisal again when its time is over.',
    button: 'Lift the hold',
    done: 'The hold is lifted.',
  },
} as const;

export default forAdministrators(function HoldPage() {
  const { change = '' } = useParams();
  const record = new URLSearchParams(useLocation().search).get('record');
  if (!record || (change !== 'hold' && change !== 'lift')) return <NotFound />;
  return <Change key={change} change={change} record={record} />;
});

function Change({ change, record }: { readonly change: keyof typeof changes; readonly record: string }) {
  const navigate = useNavigate();
  const forget = useForget();
  const words = changes[change];
  const onDone = () => {
    void navigate(back.to, done(words.done));
    forget('recordTypes', 'recordsDue', 'legalHolds');
  };
  const hold = useMutationForm(HoldRecordDocument, { onDone });
  const lift = useMutationForm(LiftHoldDocument, { onDone });
  const form = change === 'hold' ? hold : lift;
  return (
    <Page title={words.title} back={back}>
      <p>
        <EntityLink reference={record}>{record}</EntityLink>
      </p>
      <ReasonForm
        form={form}
        draft={`${change}:${record}`}
        effect={words.effect}
        button={words.button}
        onSubmit={(reason) => form.submit({ record, reason })}
      />
    </Page>
  );
}
