/** One of the 50 vanguards, as public pages describe it, with the pages that say so. */
import { useParams } from 'react-router';
import { EntityLink, NotFound, Page, careModelName, usePageQuery } from '@hub/core/web';
import { SummaryList, type Fact } from '@hub/ui';
import { linesOrNull } from '../lines';
import { inSentence } from '../words';
import { CitedList } from './cited-list';
import { VanguardPageDocument, type VanguardPageQuery } from './history.generated';
import { noteWords } from './note-words';
import { SourceLine } from './source-line';

type Vanguard = NonNullable<VanguardPageQuery['vanguard']>;

const crumbs = [
  { to: '/', label: 'Home' },
  { to: '/history', label: 'The 50 vanguards' },
];

export default function VanguardPage() {
  const { name = '' } = useParams();
  const { data } = usePageQuery(VanguardPageDocument, { slug: name });
  const { vanguard } = data;
  if (!vanguard) return <NotFound />;
  return (
    <Page title={vanguard.name} breadcrumbs={crumbs}>
      <p>One of the 50 vanguards of 2015 to 2018. This is history, not a site of the hub.</p>
      <SummaryList facts={factsOf(vanguard)} />
      <CitedList
        heading="What it did"
        items={vanguard.knownInterventions.map(({ name: title, note, source }) => ({ title, note, source }))}
        empty="Not known from the pages read"
      />
      <CitedList
        heading="How it was evaluated"
        items={vanguard.evaluations.map(({ summary, source }) => ({ title: summary, note: null, source }))}
        empty="No evaluation of this vanguard alone was found"
      />
      {vanguard.notes.length > 0 && (
        <>
          <h2>Notes</h2>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {vanguard.notes.map((note) => (
              <li key={note}>{noteWords(note)}</li>
            ))}
          </ul>
        </>
      )}
      <h2>Sources</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {vanguard.sources.map((source) => (
          <li key={source.citation}>
            <SourceLine source={source} />
          </li>
        ))}
      </ul>
    </Page>
  );
}

function factsOf(vanguard: Vanguard): Fact[] {
  const { alternativeNames, modelType, region, places, leadOrganisations, partnerOrganisations, population } = vanguard;
  return [
    ...(alternativeNames.length > 0 ? [{ name: 'Also called', value: linesOrNull(alternativeNames) }] : []),
    { name: 'Care model', value: <EntityLink reference={modelType.id}>{careModelName(modelType)}</EntityLink> },
    { name: 'Region', value: region },
    { name: 'Places', value: places.join(', ') },
    { name: 'Led by', value: linesOrNull(leadOrganisations ?? []) },
    { name: 'Partners', value: linesOrNull(partnerOrganisations ?? []) },
    { name: 'People served', value: population && <People population={population} /> },
  ];
}

function People({ population }: { readonly population: NonNullable<Vanguard['population']> }) {
  const { value, approximate, basis, source } = population;
  return (
    <>
      {approximate && 'About '}
      {value.toLocaleString('en-GB')}
      <p className="hub-meta nhsuk-u-margin-bottom-0">
        Who is counted: {inSentence(basis)}
        {source && (
          <>
            . Source: <SourceLine source={source} />
          </>
        )}
      </p>
    </>
  );
}
