/** Second step: the site one works at, whose leads or an invitation let one in, and one's profession. */
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { HubForm, PartBoundary, useMutationForm, usePageQuery } from '@hub/core/web';
import { professionalGroups } from '@hub/plugins/sites/contract';
import { Button, InsetText, Select } from '@hub/ui';
import { SiteFinder } from './site-finder';
import { WelcomeProfileDocument, WelcomeUpdateProfileDocument } from './welcome.generated';

interface SiteStepProps {
  readonly next: string;
  /** They are on their way to accept an invitation: that gives them a site. */
  readonly isInvited: boolean;
  /** Where they come back to from asking to join. */
  readonly here: string;
}

const groups = [
  { value: '', label: 'Choose one, or leave it' },
  ...professionalGroups.map(({ name }) => ({ value: name, label: name })),
];

export function SiteStep({ next, isInvited, here }: SiteStepProps) {
  const { data } = usePageQuery(WelcomeProfileDocument);
  const [group, setGroup] = useState(data.viewer?.professionalGroup ?? '');
  const navigate = useNavigate();
  const form = useMutationForm(WelcomeUpdateProfileDocument, { onDone: () => void navigate(next) });
  const sites = data.viewer?.sites ?? [];
  return (
    <>
      <h2>Your site</h2>
      {sites.length > 0 && <p>You belong to {sites.map(({ name }) => name).join(', ')}.</p>}
      {isInvited ? (
        <InsetText>
          <p>You are on your way to accept an invitation. It comes after these steps, so you need not choose a site.</p>
        </InsetText>
      ) : (
        <PartBoundary what="the sites">
          <SiteFinder here={here} />
        </PartBoundary>
      )}
      <h2>Your profession</h2>
      <HubForm form={form} onSubmit={() => void form.submit({ professionalGroup: group })}>
        <Select
          name="professionalGroup"
          label="Your professional group"
          choices={groups}
          value={group}
          onChange={setGroup}
        />
        <Button>Save and continue</Button>
      </HubForm>
    </>
  );
}
