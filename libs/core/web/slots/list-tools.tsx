/** What plugins offer for a whole list of another's, beneath it. */
import { useRegistry } from '../plugin/registry-context';
import { PartBoundary } from './part-boundary';

interface ListToolsProps {
  /** The list, as contributions name it. */
  readonly list: string;
  /** How many are in it, on all its pages. */
  readonly count: number;
}

/** In order. Each waits and fails alone. */
export function ListTools({ list, count }: ListToolsProps) {
  return useRegistry()
    .listTools.filter((tool) => tool.list === list)
    .map(({ id, component: Tool }) => (
      <PartBoundary key={id} what="this part of the page">
        <Tool count={count} />
      </PartBoundary>
    ));
}
