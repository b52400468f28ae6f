/** Takes a domain off the list. */
import { useLocation, useNavigate } from 'react-router';
import { NotFound, Page, useMutationForm, usePageQuery } from '@hub/core/web';
import { AdministrationDomainsDocument, DisallowEmailDomainDocument } from '../administration.generated';
import { done } from '../parts/done';
import { useForget } from '../parts/forget';
import { forAdministrators } from '../parts/for-administrators';
import { ReasonForm } from '../parts/reason-form';

const list = '/administration/domains';

export default forAdministrators(function RemoveDomainPage() {
  const pattern = new URLSearchParams(useLocation().search).get('domain') ?? '';
  const navigate = useNavigate();
  const forget = useForget();
  const { data } = usePageQuery(AdministrationDomainsDocument);
  const form = useMutationForm(DisallowEmailDomainDocument, {
    onDone: () => {
      void navigate(list, done(`${pattern} is off the list.`));
      forget('allowedEmailDomains', 'auditEntries');
    },
  });
  if (!data.allowedEmailDomains.includes(pattern)) return <NotFound />;
  return (
    <Page title={`Remove ${pattern}?`} back={{ to: list, label: 'Allowed e-mail domains' }}>
      <ReasonForm
        form={form}
        draft={`domain:${pattern}`}
        effect={`Nobody new signs in by an address at ${pattern}, unless they were invited. Members whom the hub knows still do: suspend them one by one where that is meant.`}
        button="Remove the domain"
        isGrave
        onSubmit={(reason) => form.submit({ pattern, reason })}
      />
    </Page>
  );
});
