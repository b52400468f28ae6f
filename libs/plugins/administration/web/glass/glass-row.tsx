/** One thing that was opened: by whom, why, until when; one's own can be closed early. */
import { EntityLink, MutationProblems, useMutationForm } from '@hub/core/web';
import { Button, formatDateTime, formatTime, Hidden, PlainTag } from '@hub/ui';
import { CloseGlassDocument, type AdministrationGlassesQuery } from './glass.generated';

type Glass = AdministrationGlassesQuery['brokenGlasses']['edges'][number]['node'];

export function GlassRow({ glass, onClosed }: { readonly glass: Glass; readonly onClosed: () => void }) {
  const form = useMutationForm(CloseGlassDocument, { onDone: onClosed });
  const { id, by, entityId, reason, openedAt, until, isOpen, viewerCanClose } = glass;
  return (
    <>
      <h3 className="hub-rows__title nhsuk-heading-s">
        {isOpen ? <EntityLink reference={entityId}>{entityId}</EntityLink> : entityId}{' '}
        {isOpen && <PlainTag words={`Open until ${formatTime(until)}`} />}
      </h3>
      <p className="hub-meta">
        By {by?.displayName ?? 'a former member'}, {formatDateTime(openedAt)}
      </p>
      <p>Reason: {reason}</p>
      <MutationProblems problem={form.problem} />
      {viewerCanClose && (
        <Button look="secondary" small onClick={() => void form.submit({ glass: id })}>
          Close it now<Hidden>, {entityId}</Hidden>
        </Button>
      )}
    </>
  );
}
