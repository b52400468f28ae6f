/** Tries a failed consequence again. */
import { useLocation, useNavigate } from 'react-router';
import { Page, useMutationForm } from '@hub/core/web';
import { RetryDeliveryDocument } from '../administration.generated';
import { done } from '../parts/done';
import { useForget } from '../parts/forget';
import { forAdministrators } from '../parts/for-administrators';
import { ReasonForm } from '../parts/reason-form';

const list = '/administration/deliveries';

export default forAdministrators(function RetryPage() {
  const params = new URLSearchParams(useLocation().search);
  const navigate = useNavigate();
  const forget = useForget();
  const form = useMutationForm(RetryDeliveryDocument, {
    onDone: () => {
      void navigate(list, done('It is tried again now. If it fails 8 times more, it comes back here.'));
      forget('parkedDeliveries', 'administrationWork');
    },
  });
  const [eventId, handler] = [params.get('event') ?? '', params.get('handler') ?? ''];
  return (
    <Page title={`Try ${handler} again?`} back={{ to: list, label: 'What failed' }}>
      <ReasonForm
        form={form}
        draft={`retry:${eventId}:${handler}`}
        effect="What caused it should be mended first. It is tried 8 times more, each time after a longer wait."
        button="Try again"
        onSubmit={(reason) => form.submit({ eventId, handler, reason })}
      />
    </Page>
  );
});
