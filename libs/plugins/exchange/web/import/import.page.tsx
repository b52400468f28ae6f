/** Administrators take in a family of another hub: choose the file, see what it would make or what is wrong with it, confirm. */
import { NotFound, Page, usePageQuery } from '@hub/core/web';
import { familySchemaAddress } from '@hub/plugins/exchange/contract';
import { ImportSteps } from './import-steps';
import { MayImportDocument } from './import.generated';

const crumbs = [
  { to: '/', label: 'Home' },
  { to: '/administration', label: 'Administration' },
];

export default function ImportPage() {
  const { data } = usePageQuery(MayImportDocument);
  if (!data.viewer?.viewerCanImportFamilies) return <NotFound />;
  return (
    <Page title="Import a family" breadcrumbs={crumbs}>
      <p>
        A family is an intervention with all its versions, what other sites made of it, and the sites and authors that
        these name. Another hub gives it as a file, family.json, on the page of each intervention.
      </p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>All of it is made, or nothing.</li>
        <li>It is history: nobody is told of it, and its authors get no account here.</li>
        <li>That you imported it is in the audit log.</li>
      </ul>
      <p>
        <a href={familySchemaAddress} download>
          The JSON Schema that a file must keep to
        </a>
      </p>
      <ImportSteps />
    </Page>
  );
}
