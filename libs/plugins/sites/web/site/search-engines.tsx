/** For those who lead a site: whether search engines may list what it has made public. */
import { useState } from 'react';
import { HubForm, useMutationForm } from '@hub/core/web';
import { Announcer, Button, Radios } from '@hub/ui';
import { SetSiteIndexableDocument } from './site.generated';

interface SearchEnginesProps {
  readonly site: { readonly id: string; readonly name: string; readonly indexable: boolean };
}

type Answer = 'yes' | 'no';

export function SearchEngines({ site }: SearchEnginesProps) {
  const now: Answer = site.indexable ? 'yes' : 'no';
  const [chosen, choose] = useState<Answer | null>(null);
  const [said, setSaid] = useState('');
  const form = useMutationForm(SetSiteIndexableDocument, {
    onDone: () => {
      choose(null);
      setSaid('Saved');
    },
  });
  const save = () => void form.submit({ site: site.id, indexable: (chosen ?? now) === 'yes' });
  return (
    <section aria-labelledby="search-engines" className="hub-no-print">
      <h2 id="search-engines">Search engines</h2>
      <p>
        {site.indexable
          ? `Search engines may list this page and everything that ${site.name} has made public.`
          : 'Search engines are asked not to list this page, or anything else of yours.'}{' '}
        It changes nothing about who can see what.
      </p>
      <HubForm form={form} onSubmit={save} label="Search engines">
        <Radios
          name="indexable"
          label={`May they list what ${site.name} has made public?`}
          choices={[
            {
              value: 'yes',
              label: 'Yes',
              hint: 'What is public only. It can take weeks to show, and longer to go again',
            },
            { value: 'no', label: 'No' },
          ]}
          value={chosen ?? now}
          onChange={choose}
        />
        <Button look="secondary">Save</Button>
      </HubForm>
      <Announcer message={said} urgent />
    </section>
  );
}
