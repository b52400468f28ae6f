/** "From version 3 of Falls huddle by Harbour". */
import { EntityLink } from '@hub/core/web';

interface SourceLineProps {
  readonly source: { readonly number: number };
  readonly sourceIntervention: {
    readonly id: string;
    readonly title: string;
    readonly site: { readonly id: string; readonly name: string };
  };
}

/** Names the version that the site started from, with a link to the intervention and to its site. */
export function SourceLine({ source, sourceIntervention }: SourceLineProps) {
  const { id, title, site } = sourceIntervention;
  return (
    <>
      Version {source.number} of <EntityLink reference={id}>{title}</EntityLink> by{' '}
      <EntityLink reference={site.id}>{site.name}</EntityLink>
    </>
  );
}
