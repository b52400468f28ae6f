/** Beneath the list of interventions: those that it shows, on all its pages, as files for evaluators. */
import { useLocation } from 'react-router';
import type { ListToolProps } from '@hub/core/web';
import { exportOfList, listFilters, mostExported, type ExportForm } from '@hub/plugins/exchange/contract';
import { counted } from '@hub/ui';

const forms: readonly { readonly form: ExportForm; readonly words: string }[] = [
  { form: 'tidier.md', words: 'Descriptions (Markdown)' },
  { form: 'changes.csv', words: 'Changes (CSV)' },
  { form: 'family.json', words: 'Whole families (JSON)' },
  { form: 'catalog.yaml', words: 'Catalog (YAML)' },
];

export default function ListFiles({ count }: ListToolProps) {
  const { search } = useLocation();
  if (count === 0) return null;
  const asked = new URLSearchParams(search);
  const isNarrowed = listFilters.some((name) => asked.getAll(name).some(Boolean));
  return (
    <section aria-labelledby="list-files" className="hub-no-print">
      <h2 id="list-files">Download {isNarrowed ? 'what this filter shows' : 'this list'}</h2>
      {count > mostExported ? (
        <p>
          There are {counted(count, 'intervention')}. Narrow the list to {mostExported} or fewer to download it.
        </p>
      ) : (
        <>
          <p>
            {counted(count, 'intervention')}, on all pages of the list, with what became of each elsewhere. Files hold
            what you can see here, and no more. Drafts are left out.
          </p>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {forms.map(({ form, words }) => (
              <li key={form}>
                <a href={exportOfList(search, form)} download>
                  {words}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
