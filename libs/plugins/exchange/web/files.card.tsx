/** On an intervention's page: it and its family as files, each one press away. Nothing until it is published. */
import { Link } from 'react-router';
import { nameOf } from '@hub/core/contract';
import { useLinkTo, usePageQuery, type EntityPartProps } from '@hub/core/web';
import { exportOfFamily, familySchemaAddress, type ExportForm } from '@hub/plugins/exchange/contract';
import { ExportedHereDocument } from './exchange.generated';

const forms: readonly { readonly form: ExportForm; readonly words: string; readonly about: string }[] = [
  { form: 'tidier.md', words: 'Description (Markdown)', about: 'the same for a document' },
  {
    form: 'changes.csv',
    words: 'Changes (CSV)',
    about: 'what each site changed and why, coded by FRAME, for a spreadsheet',
  },
  {
    form: 'family.json',
    words: 'Whole family (JSON)',
    about: 'every version and adaptation, for another hub or a program',
  },
  { form: 'catalog.yaml', words: 'Catalog (YAML)', about: 'documents in the way of a Backstage catalog' },
];

export default function FilesCard({ reference }: EntityPartProps) {
  const slug = nameOf(reference);
  const linkTo = useLinkTo();
  const { data } = usePageQuery(ExportedHereDocument, { slug });
  if (!data.intervention?.currentVersion) return null;
  return (
    <section aria-labelledby="files-for-evaluators" className="hub-no-print">
      <h2 id="files-for-evaluators">For evaluators</h2>
      <p>Files hold what you can see here, and no more. That you took one is in the audit log.</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>
          <Link to={linkTo(reference, '/tidier')}>Description to print</Link>: this intervention by the items of TIDieR
        </li>
        {forms.map(({ form, words, about }) => (
          <li key={form}>
            <a href={exportOfFamily(slug, form)} download>
              {words}
            </a>
            : {about}
          </li>
        ))}
      </ul>
      <p>
        <a href={familySchemaAddress} download>
          The JSON Schema of the family
        </a>
      </p>
    </section>
  );
}
