/** Tries a failed consequence again, or gives up on it for good. */
import { useLocation, useNavigate, useParams } from 'react-router';
import { NotFound, Page, useMutationForm } from '@hub/core/web';
import { DiscardDeliveryDocument, RetryDeliveryDocument } from '../administration.generated';
import { done } from '../parts/done';
import { useForget } from '../parts/forget';
import { forAdministrators } from '../parts/for-administrators';
import { ReasonForm } from '../parts/reason-form';

const list = '/administration/deliveries';

const changes = {
  retry: {
    id: 'retry',
    title: (handler: string) => `Try ${handler} again?`,
    effect: 'What caused it should be mended first. It is tried 8 times more, each time after a longer wait.',
    button: 'Try again',
    isGrave: false,
    done: 'It is tried again now. If it fails 8 times more, it comes back here.',
  },
  discard: {
    id: 'discard',
    title: (handler: string) => `Give up on ${handler}?`,
    effect:
      'What should have followed, such as a notice or an entry in the search, does not happen. It cannot be undone.',
    button: 'Give up on it',
    isGrave: true,
    done: 'It was given up. The audit log says why.',
  },
} as const;

type Change = (typeof changes)[keyof typeof changes];

export default forAdministrators(function DeliveryChangePage() {
  const { change = '' } = useParams();
  if (change !== 'retry' && change !== 'discard') return <NotFound />;
  return <ChangeForm key={change} change={changes[change]} />;
});

function ChangeForm({ change }: { readonly change: Change }) {
  const params = new URLSearchParams(useLocation().search);
  const navigate = useNavigate();
  const forget = useForget();
  const onDone = () => {
    void navigate(list, done(change.done));
    forget('parkedDeliveries', 'administrationWork', 'hubState');
  };
  const forms = {
    retry: useMutationForm(RetryDeliveryDocument, { onDone }),
    discard: useMutationForm(DiscardDeliveryDocument, { onDone }),
  };
  const form = forms[change.id];
  const [eventId, handler] = [params.get('event') ?? '', params.get('handler') ?? ''];
  return (
    <Page title={change.title(handler)} back={{ to: list, label: 'What failed' }}>
      <ReasonForm
        form={form}
        draft={`${change.button}:${eventId}:${handler}`}
        effect={change.effect}
        button={change.button}
        isGrave={change.isGrave}
        onSubmit={(reason) => form.submit({ eventId, handler, reason })}
      />
    </Page>
  );
}
