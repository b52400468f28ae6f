/** The record's home for those who write it: what is left to do, with "Record a change" always at hand. */
import { ButtonGroup, ButtonLink, TaskList, type Task } from '@hub/ui';
import { Link } from 'react-router';
import { Asked } from '../check-ins/asked';
import { NewerVersion } from '../record/newer-version';
import type { ShownAdaptation } from '../record/record';
import { ShareWithNetwork } from '../record/share';
import { addressOfTarget, allTasks, progressWords, taskGroups, type RecordTask } from './tasks';
import { KeptSections } from './kept-sections';
import { WhyLeftOut } from '../changes/why-left-out';

interface TaskPageProps {
  readonly adaptation: ShownAdaptation;
  readonly path: string;
}

/** Everything below the title of the page. */
export function TaskPage({ adaptation, path }: TaskPageProps) {
  const linked = (tasks: readonly RecordTask[]): Task[] => tasks.map((task) => linkedTask(task, path));
  const { suitability, changes, sections, trying, sharing } = taskGroups(adaptation);
  return (
    <>
      <p className="nhsuk-u-margin-bottom-2">{progressWords(allTasks(adaptation))}</p>
      <ButtonGroup>
        <ButtonLink to={`${path}/changes/new`}>Record a change</ButtonLink>
        <Link to={`${path}/stage`}>Move to another stage</Link>
        <Link to={`${path}/tasks`}>Who does what</Link>
        <Link to={`${path}?view=record`}>Read the record</Link>
      </ButtonGroup>
      <Asked adaptation={adaptation} />
      <ShareWithNetwork adaptation={adaptation} />
      <NewerVersion adaptation={adaptation} path={path} />
      <h2>Is it right for us?</h2>
      <TaskList tasks={linked(suitability)} />
      <p>
        <Link to={`${path}/suitability/new?kind=OTHER`}>Add something else you found out</Link>
      </p>
      <h2>Change it to fit</h2>
      <WhyLeftOut adaptation={adaptation} path={path} />
      {changes.length > 0 && (
        <>
          <h3>Changes</h3>
          <TaskList tasks={linked(changes)} />
        </>
      )}
      {sections.length > 0 && (
        <>
          <h3>Our text</h3>
          <TaskList tasks={linked(sections)} />
        </>
      )}
      <KeptSections adaptation={adaptation} path={path} />
      <h2>Try it</h2>
      <TaskList tasks={linked(trying)} />
      <h2>Share it</h2>
      <TaskList tasks={linked(sharing)} />
    </>
  );
}

/** Who does it stands with the task's own hint. */
function linkedTask({ target, key: _key, owner, hint, ...task }: RecordTask, path: string): Task {
  const hints = [owner && `${owner} does this`, hint].filter(Boolean).join('. ');
  return { ...task, ...(hints ? { hint: hints } : {}), to: `${path}${addressOfTarget(target)}` };
}
