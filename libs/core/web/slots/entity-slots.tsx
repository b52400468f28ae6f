/** The slots on pages about an entity: what other plugins add to it. */
import { kindOfId } from '@hub/core/contract';
import { useViewer } from '../auth/viewer';
import { isFor } from '../plugin/registry';
import { useRegistry } from '../plugin/registry-context';
import { PartBoundary } from './part-boundary';

interface EntityCardsProps {
  readonly reference: string;
  /** Known from the reference unless given. */
  readonly kind?: string;
  readonly place?: string;
}

/** The cards that plugins contribute to this kind and place, in order. Each waits and fails alone. */
export function EntityCards({ reference, kind = kindOfId(reference) ?? '', place = 'main' }: EntityCardsProps) {
  const { cards } = useRegistry();
  return cards
    .filter((card) => card.place === place && isFor(card, kind))
    .map(({ id, component: CardPart }) => (
      <PartBoundary key={`${id} ${reference}`} what="this part of the page">
        <CardPart reference={reference} kind={kind} />
      </PartBoundary>
    ));
}

/** The actions that plugins contribute to an entity's header, in one row. */
export function EntityActions({ reference, kind = kindOfId(reference) ?? '' }: Omit<EntityCardsProps, 'place'>) {
  const { actions } = useRegistry();
  const viewer = useViewer();
  const shown = actions.filter((action) => isFor(action, kind) && (!action.signedIn || viewer));
  if (shown.length === 0) return null;
  return (
    <div className="hub-actions hub-no-print">
      {shown.map(({ id, component: ActionPart }) => (
        <PartBoundary key={`${id} ${reference}`} what="this action">
          <ActionPart reference={reference} kind={kind} />
        </PartBoundary>
      ))}
    </div>
  );
}
