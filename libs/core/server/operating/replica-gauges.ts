/** How the replicas do that this process reads from. */
import type { Registry } from 'prom-client';
import type { Replicas } from '../database/replicas';
import { gauge } from './gauge';
import { askedTogether } from './own-connection';

/** Adds them to a registry; where there is no replica they say nothing. */
export function replicaGauges(registry: Registry, replicas: Replicas): void {
  const figures = askedTogether(() => replicas.figures(), 0);
  gauge(
    registry,
    'hub_replica_up',
    'Whether the replica answers and follows the primary',
    async () =>
      (await figures()).map(({ replica, behind }) => ({ labels: { replica }, value: behind === null ? 0 : 1 })),
    ['replica'],
  );
  gauge(
    registry,
    'hub_replica_behind_bytes',
    'How much the primary has written that the replica has not seen',
    async () =>
      (await figures()).flatMap(({ replica, behind }) =>
        behind === null ? [] : { labels: { replica }, value: behind },
      ),
    ['replica'],
  );
  gauge(
    registry,
    'hub_replica_reads',
    'Reads since the start: done by the replica, or left to the primary because it was behind, or failed',
    async () =>
      (await figures()).flatMap(({ replica, counts }) =>
        Object.entries(counts).map(([outcome, value]) => ({ labels: { replica, outcome }, value })),
      ),
    ['replica', 'outcome'],
  );
}
