/** Who does which task: named once, for the whole list, and "not sure yet" where nobody can say. */
import { Link, useNavigate } from 'react-router';
import { HubForm, NotFound, Page, useMutationForm, usePageQuery } from '@hub/core/web';
import { Button, Checkboxes, counted, Select, SummaryList, type Fact } from '@hub/ui';
import { useSearchParams } from 'react-router';
import { useState } from 'react';
import { EditorsOnly } from '../record/editors-only';
import { useRecord, type ShownAdaptation } from '../record/record';
import { PlanTaskDocument } from '../record/record.generated';
import { SavedNote, savedNow } from '../record/saved';
import { allTasks, type RecordTask } from './tasks';
import { WhoWritesDocument } from './who-writes.generated';

export default function WhoDoesWhatPage() {
  const { adaptation, path, tasks: home } = useRecord();
  const [search] = useSearchParams();
  if (!adaptation) return <NotFound />;
  const { site, viewerCanEdit, sourceIntervention } = adaptation;
  if (!viewerCanEdit) return <EditorsOnly site={site.name} path={path} />;
  const tasks = allTasks(adaptation);
  const task = tasks.find(({ key }) => key === search.get('task'));
  if (task) return <OneTask key={task.key} {...{ adaptation, task, path }} />;
  return (
    <Page title="Who does what" caption={sourceIntervention.title} back={{ to: home, label: `Adapt for ${site.name}` }}>
      <SavedNote />
      <p>
        {counted(tasks.filter(({ owner }) => owner).length, 'task')} of {tasks.length} with somebody’s name.
      </p>
      <SummaryList facts={tasks.map((each) => factOf(each, path))} />
    </Page>
  );
}

function factOf({ key, name, owner, status }: RecordTask, path: string): Fact {
  const unsure = status === 'not-sure' ? ' (not sure yet)' : '';
  return {
    name,
    value: owner || unsure ? `${owner ?? 'Nobody named'}${unsure}` : <span className="hub-quiet">Nobody named</span>,
    change: { to: `${path}/tasks?task=${encodeURIComponent(key)}` },
  };
}

interface OneTaskProps {
  readonly adaptation: ShownAdaptation;
  readonly task: RecordTask;
  readonly path: string;
}

const nobody = 'nobody';

function OneTask({ adaptation, task, path }: OneTaskProps) {
  const { site, tasks } = adaptation;
  const { data } = usePageQuery(WhoWritesDocument, { slug: site.slug });
  const navigate = useNavigate();
  const plan = tasks.find(({ key }) => key === task.key);
  const [owner, setOwner] = useState(plan?.owner?.id ?? nobody);
  const [notSure, setNotSure] = useState(plan?.notSure ?? false);
  const list = `${path}/tasks`;
  const form = useMutationForm(PlanTaskDocument, { onDone: () => void navigate(list, { state: savedNow() }) });
  const people = (data.site?.team.edges ?? []).map(({ node }) => ({ value: node.id, label: node.displayName }));
  const submit = () =>
    void form.submit({ adaptation: adaptation.id, task: task.key, owner: owner === nobody ? null : owner, notSure });
  return (
    <Page title={task.name} caption="Who does what" back={{ to: list, label: 'Who does what' }}>
      <HubForm form={form} onSubmit={submit}>
        <Select
          name="owner"
          label="Who does it?"
          labelSize="s"
          hint={`Somebody who writes for ${site.name}. They stay able to hand it on`}
          choices={[{ value: nobody, label: 'Nobody yet' }, ...people]}
          value={owner}
          onChange={setOwner}
        />
        <Checkboxes
          name="notSure"
          label="Is the answer known?"
          choices={[{ value: 'notSure', label: 'Not sure yet', hint: 'That is an answer. Nothing waits for it' }]}
          values={notSure ? ['notSure'] : []}
          onChange={(values) => setNotSure(values.length > 0)}
        />
        <Button>Save</Button>
        <p>
          <Link to={list}>Go back without saving</Link>
        </p>
      </HubForm>
    </Page>
  );
}
