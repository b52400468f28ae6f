/** Work to do, each task with its status. A link reads name, then status. */
import { Tag } from 'nhsuk-react-components';
import { useId, type ReactNode } from 'react';
import { Link } from 'react-router';

export type TaskStatus = 'completed' | 'in-progress' | 'not-started' | 'not-sure' | 'cannot-start' | 'details-to-add';

export interface Task {
  readonly name: ReactNode;
  readonly hint?: ReactNode;
  /** Tasks that cannot start yet have no link. */
  readonly to?: string;
  readonly status: TaskStatus;
}

/** A list of tasks. Put a heading above it. */
export function TaskList({ tasks }: { readonly tasks: readonly Task[] }) {
  const id = useId();
  return (
    <ul className="nhsuk-task-list">
      {tasks.map((task, index) => (
        <TaskItem key={index} task={task} id={`${id}-${index}`} />
      ))}
    </ul>
  );
}

function TaskItem({ task, id }: { readonly task: Task; readonly id: string }) {
  const link = task.status === 'cannot-start' ? undefined : task.to;
  const described = `${task.hint ? `${id}-hint ` : ''}${id}-status`;
  return (
    <li className={`nhsuk-task-list__item${link ? ' nhsuk-task-list__item--with-link' : ''}`}>
      <div className="nhsuk-task-list__name-and-hint">
        {link ? (
          <Link className="nhsuk-link nhsuk-task-list__link" to={link} aria-describedby={described}>
            {task.name}
          </Link>
        ) : (
          <div>{task.name}</div>
        )}
        {task.hint && (
          <div className="nhsuk-task-list__hint" id={`${id}-hint`}>
            {task.hint}
          </div>
        )}
      </div>
      <div className={`nhsuk-task-list__status${statusClass(task.status)}`} id={`${id}-status`}>
        <StatusWords status={task.status} />
      </div>
    </li>
  );
}

function StatusWords({ status }: { readonly status: TaskStatus }) {
  switch (status) {
    case 'completed':
      return 'Completed';
    case 'cannot-start':
      return 'Cannot start yet';
    case 'in-progress':
      return <Tag modifier="blue">In progress</Tag>;
    case 'not-started':
      return <Tag modifier="white">Not yet started</Tag>;
    case 'not-sure':
      return <Tag modifier="grey">Not sure yet</Tag>;
    case 'details-to-add':
      return <Tag modifier="yellow">Details to add</Tag>;
  }
}

function statusClass(status: TaskStatus): string {
  if (status === 'completed') return ' nhsuk-task-list__status--completed';
  return status === 'cannot-start' ? ' nhsuk-task-list__status--cannot-start-yet' : '';
}
