/** The roles at a site as a question: each says in one sentence what it opens, where it is given. */
import { siteRoleFacts, siteRoles } from '@hub/plugins/sites/contract';
import type { SiteRole } from '@hub/graphql';
import { Radios } from '@hub/ui';

interface RoleChoicesProps {
  readonly label: string;
  readonly value: SiteRole | null;
  readonly onChange: (role: SiteRole) => void;
}

const choices = siteRoles.map((role) => ({
  value: role,
  label: siteRoleFacts[role].name,
  hint: siteRoleFacts[role].sentence,
}));

export function RoleChoices({ label, value, onChange }: RoleChoicesProps) {
  return <Radios name="role" label={label} choices={choices} value={value} onChange={onChange} />;
}

/** "Engine-room member" */
export const roleName = (role: SiteRole): string => siteRoleFacts[role].name;
