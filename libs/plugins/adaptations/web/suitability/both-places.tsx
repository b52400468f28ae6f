/** The two places side by side, from what their sites say of themselves today: only what differs. */
import { useEffect } from 'react';
import { usePageQuery } from '@hub/core/web';
import { comparePlaces, differencesAsText } from '@hub/plugins/adaptations/contract';
import { LinkButton, listed } from '@hub/ui';
import { Compared } from '../record/compared';
import { BothPlacesDocument } from './both-places.generated';

interface BothPlacesProps {
  readonly adaptation: string;
  /** Takes the names of what differs. Stable, or it is told again and again. */
  readonly onCompared: (names: readonly string[]) => void;
  /** Takes the differences as lines to start writing with. */
  readonly onUse: (text: string) => void;
}

/** Nothing for a site that adapts its own. */
export function BothPlaces({ adaptation: id, onCompared, onUse }: BothPlacesProps) {
  const { data } = usePageQuery(BothPlacesDocument, { id });
  const here = data.adaptation?.site;
  const there = data.adaptation?.sourceIntervention.site;
  const comparison = here && there && here.id !== there.id ? comparePlaces(there, here) : null;
  const told = JSON.stringify(comparison?.differing.map(({ name }) => name) ?? []);
  useEffect(() => onCompared(JSON.parse(told) as string[]), [told, onCompared]);
  if (!here || !there || !comparison) return null;
  const { differing, same } = comparison;
  const text = differencesAsText(comparison, there.name, here.name);
  return (
    <section aria-labelledby="both-places">
      <h2 id="both-places">What the two sites say of themselves</h2>
      <p className="nhsuk-hint">What you save keeps these answers as they are today.</p>
      {differing.length > 0 && (
        <Compared rows={differing} there={there.name} here={here.name} labelledBy="both-places" />
      )}
      {same.length > 0 && <p>The same at both: {listed(same.map((name) => name.toLowerCase()))}.</p>}
      {text && (
        <p>
          <LinkButton onClick={() => onUse(text)}>Start my answer with these differences</LinkButton>
        </p>
      )}
    </section>
  );
}
