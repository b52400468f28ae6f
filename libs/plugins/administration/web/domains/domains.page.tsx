/** Whose e-mail addresses may sign in by a code. */
import { useState } from 'react';
import { Link } from 'react-router';
import { Page, useMutationForm, usePageQuery } from '@hub/core/web';
import { textLimits } from '@hub/graphql';
import { counted, EmptyState, Hidden, NotificationBanner, TextField } from '@hub/ui';
import { AdministrationDomainsDocument, AllowEmailDomainDocument } from '../administration.generated';
import { fromTasks } from '../parts/crumbs';
import { Done } from '../parts/done';
import { forAdministrators } from '../parts/for-administrators';
import { ReasonForm } from '../parts/reason-form';

export default forAdministrators(function DomainsPage() {
  const { data, refetch } = usePageQuery(AdministrationDomainsDocument);
  const domains = data.allowedEmailDomains;
  return (
    <Page title="Allowed e-mail domains" breadcrumbs={fromTasks}>
      <Done />
      <p>
        Somebody with an address at one of these can sign in by a code that is sent there. Whoever was invited can sign
        in with any address.
      </p>
      <h2>{counted(domains.length, 'domain')}</h2>
      {domains.length === 0 && (
        <EmptyState>
          <p>None. Only people who were invited can sign in by a code.</p>
        </EmptyState>
      )}
      <ul className="nhsuk-list">
        {domains.map((domain) => (
          <li key={domain}>
            {domain}{' '}
            <Link className="hub-no-print" to={`/administration/domains/remove?domain=${encodeURIComponent(domain)}`}>
              Remove<Hidden> {domain}</Hidden>
            </Link>
          </li>
        ))}
      </ul>
      <AddDomain onAdded={refetch} />
    </Page>
  );
});

function AddDomain({ onAdded }: { readonly onAdded: () => void }) {
  const [pattern, setPattern] = useState('');
  const [added, setAdded] = useState<string | null>(null);
  const form = useMutationForm(AllowEmailDomainDocument, {
    onDone: () => {
      setAdded(pattern.trim());
      setPattern('');
      onAdded();
    },
  });
  return (
    <section aria-labelledby="add-domain">
      <h2 id="add-domain">Add a domain</h2>
      {added && <NotificationBanner kind="done">Addresses at {added} can sign in now.</NotificationBanner>}
      <ReasonForm
        form={form}
        draft="domain"
        button="Add the domain"
        onSubmit={(reason) => form.submit({ pattern: pattern.trim(), reason })}
      >
        <TextField
          name="pattern"
          label="Domain"
          hint="nhs.net means that domain alone. *.nhs.uk means every domain below nhs.uk, and not nhs.uk itself"
          limit={textLimits['EmailDomainInput.pattern']}
          className="nhsuk-input--width-20"
          spellCheck={false}
          value={pattern}
          onChange={setPattern}
        />
      </ReasonForm>
    </section>
  );
}
