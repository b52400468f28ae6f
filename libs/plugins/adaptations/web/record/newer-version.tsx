/** That the source has published again since, with the way to what is different. */
import { Link } from 'react-router';
import { InsetText } from '@hub/ui';

interface NewerVersionProps {
  readonly path: string;
  readonly adaptation: {
    readonly sourceIsNewer: boolean;
    readonly viewerCanEdit: boolean;
    readonly source: { readonly number: number };
    readonly sourceIntervention: {
      readonly site: { readonly name: string };
      readonly currentVersion: { readonly number: number } | null;
    };
  };
}

/** Nothing while the version that the site started from is the latest. */
export function NewerVersion({ path, adaptation }: NewerVersionProps) {
  const { sourceIsNewer, source, sourceIntervention, viewerCanEdit } = adaptation;
  const newest = sourceIntervention.currentVersion?.number;
  if (!sourceIsNewer || newest === undefined) return null;
  return (
    <InsetText>
      <p>
        {sourceIntervention.site.name} has published a newer version. This record follows version {source.number}, the
        latest is version {newest}.
      </p>
      <p className="hub-no-print">
        <Link to={`${path}/newer`}>
          {viewerCanEdit
            ? `Compare version ${newest} with yours, and choose`
            : `What is different in version ${newest}`}
        </Link>
      </p>
    </InsetText>
  );
}
