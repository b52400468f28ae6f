/** What grew from a failure: things of the hub, chosen from the site's own or found by their words. */
import { useState } from 'react';
import { useLazyQuery } from '@apollo/client/react';
import { usePageQuery } from '@hub/core/web';
import { Button, Checkboxes, counted, Details, TextField } from '@hub/ui';
import type { Grown } from './ending-writing';
import { FindGrownDocument, GrownAtSiteDocument } from './grew.generated';
import { offeredGrown } from './offered-grown';

interface GrewFieldProps {
  readonly site: { readonly slug: string; readonly name: string };
  readonly adaptation: string;
  readonly grew: readonly Grown[];
  readonly onChange: (grew: readonly Grown[]) => void;
}

/** What was chosen stays in the list, whatever is searched for next. */
export function GrewField({ site, adaptation, grew, onChange }: GrewFieldProps) {
  const { data } = usePageQuery(GrownAtSiteDocument, { slug: site.slug });
  const [words, setWords] = useState('');
  const [find, found] = useLazyQuery(FindGrownDocument);
  const [hadSome] = useState(grew.length > 0);
  const own = [data.site?.interventions, data.site?.adaptations].flatMap(
    (each) => each?.edges.map(({ node }) => node) ?? [],
  );
  const hits = found.data?.interventions.edges.map(({ node }) => ({
    ...node,
    title: `${node.title}, ${node.site.name}`,
  }));
  const offered = offeredGrown(grew, hits ?? own, adaptation);
  return (
    <Details summary="Link to what grew from it" open={hadSome}>
      <TextField
        name="find-grown"
        label="Find an intervention by its words"
        hint={`Or choose from what ${site.name} has written down`}
        value={words}
        onChange={setWords}
      />
      <Button look="secondary" small onClick={() => void find({ variables: { text: words.trim() } })}>
        Find
      </Button>
      <p className="nhsuk-hint" role="status">
        {hits ? `${counted(hits.length, 'intervention')} found` : ''}
      </p>
      {offered.length > 0 && (
        <Checkboxes
          name="ending.grew"
          label="What grew from it"
          small
          choices={offered.map(({ id, title }) => ({ value: id, label: title }))}
          values={grew.map(({ id }) => id)}
          onChange={(ids) => onChange(offered.filter(({ id }) => ids.includes(id)))}
        />
      )}
    </Details>
  );
}
