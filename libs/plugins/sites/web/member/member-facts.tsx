/** What is known of a person. */
import { EntityLink } from '@hub/core/web';
import { SummaryList } from '@hub/ui';
import { linesOrNull } from '../lines';
import { networkRoleName } from '../words';
import type { MemberProfileFragment } from './member.generated';

export function MemberFacts({ member }: { readonly member: MemberProfileFragment }) {
  const sites = member.sites.map(({ id, name }) => ({
    key: id,
    line: <EntityLink reference={id}>{name}</EntityLink>,
  }));
  return (
    <SummaryList
      facts={[
        { name: 'Role', value: member.roleTitle },
        ...(member.pronouns ? [{ name: 'Pronouns', value: member.pronouns }] : []),
        { name: 'Profession', value: member.professionalGroup },
        { name: sites.length === 1 ? 'Site' : 'Sites', value: linesOrNull(sites) },
        { name: 'Offers to help with', value: linesOrNull(member.skills) },
        { name: 'Interested in', value: linesOrNull(member.interests) },
        { name: 'Works on', value: linesOrNull(member.modelTypes.map(({ name, code }) => `${name} (${code})`)) },
        ...(member.networkRoles.length > 0
          ? [{ name: 'Network team', value: linesOrNull(member.networkRoles.map(networkRoleName)) }]
          : []),
      ]}
    />
  );
}
