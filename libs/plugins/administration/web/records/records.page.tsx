/** Records: how long each type is kept, what is past its time, and what is held. Nothing is deleted here. */
import { Link, useLocation } from 'react-router';
import { EntityLink, Page, usePageQuery } from '@hub/core/web';
import { Button, EmptyState, Form, formatDate, Hidden, TextField } from '@hub/ui';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { fromTasks } from '../parts/crumbs';
import { Done } from '../parts/done';
import { forAdministrators } from '../parts/for-administrators';
import { Table } from '../parts/table';
import { DueList } from './due-list';
import { AdministrationRecordsDocument, type AdministrationRecordsQuery } from './records.generated';

const page = '/administration/records';

export default forAdministrators(function RecordsPage() {
  const { search } = useLocation();
  const params = new URLSearchParams(search);
  const day = params.get('on') ?? '';
  const at = /^\d{4}-\d\d-\d\d$/.test(day) ? `${day}T00:00:00.000Z` : null;
  const type = params.get('type');
  const { data } = usePageQuery(AdministrationRecordsDocument, { at });
  const chosen = data.recordTypes.find((each) => each.type === type);
  const linkTo = (of: string) => `${page}?${new URLSearchParams({ type: of, ...(at && { on: day }) }).toString()}`;
  return (
    <Page title="Records and appraisal" breadcrumbs={fromTasks} wide>
      <Done />
      <p>
        What is past its time is looked at by people, who decide. The hub deletes none of it. You see what any member
        sees: what a site keeps to itself, its leads look at.
      </p>
      <OnDay key={day} day={day} />
      <Table
        caption="Types of record"
        headings={['Type', 'Kept for', 'Why, and who decides', 'Past its time']}
        rows={data.recordTypes.map(({ id, type: of, name, period, basis, due }) => ({
          key: id,
          cells: [
            name,
            period,
            basis,
            due > 0 && hasList(of) ? (
              <Link to={linkTo(of)}>
                {due}
                <Hidden> {name}</Hidden>
              </Link>
            ) : (
              due
            ),
          ],
        }))}
      />
      {chosen && <DueList at={at} type={chosen.type} name={chosen.name} />}
      <Holds holds={data.legalHolds} />
    </Page>
  );
});

/** Types whose records have pages of their own. */
function hasList(type: string): boolean {
  return !['audit-entry', 'letter', 'session'].includes(type);
}

function OnDay({ day }: { readonly day: string }) {
  const [value, setValue] = useState(day);
  const navigate = useNavigate();
  return (
    <Form onSubmit={() => void navigate(value ? `${page}?on=${value}` : page)} problems={[]} label="On which day">
      <TextField
        name="on"
        label="As it will be on"
        hint="Leave it empty for today"
        type="date"
        className="nhsuk-input--width-10"
        value={value}
        onChange={setValue}
      />
      <Button look="secondary">Show that day</Button>
    </Form>
  );
}

function Holds({ holds }: { readonly holds: AdministrationRecordsQuery['legalHolds'] }) {
  return (
    <section aria-labelledby="holds">
      <h2 id="holds">{holds.totalCount > 0 ? `Held (${holds.totalCount})` : 'Held'}</h2>
      {holds.totalCount === 0 && (
        <EmptyState>
          <p>Nothing is held. A record that is needed for a complaint, an inquiry or a court is held from appraisal.</p>
        </EmptyState>
      )}
      <ul className="nhsuk-list hub-rows">
        {holds.edges.map(({ node: { id, title, reason, since, by } }) => (
          <li key={id} className="hub-rows__row">
            <h3 className="hub-rows__title nhsuk-heading-s">
              <EntityLink reference={id}>{title}</EntityLink>
            </h3>
            <p className="hub-meta">
              Since {formatDate(since)}, by {by?.displayName ?? 'a former member'}
            </p>
            <p>{reason}</p>
            <Link to={`${page}/lift?record=${encodeURIComponent(id)}`}>
              Lift the hold<Hidden> on {title}</Hidden>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
