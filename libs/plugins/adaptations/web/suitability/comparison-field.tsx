/** What differs between the two places, and which of it matters: taken from their profiles, or as it was kept. */
import { useId } from 'react';
import { PartBoundary } from '@hub/core/web';
import { Checkboxes } from '@hub/ui';
import { Compared, type ComparedRow } from '../record/compared';
import { BothPlaces } from './both-places';

interface ComparisonProps {
  readonly adaptation: string;
  readonly sites: { readonly there: string; readonly here: string };
  /** As an earlier entry kept them; null to compare the places as they are today. */
  readonly kept: readonly ComparedRow[] | null;
  readonly onCompared: (names: readonly string[]) => void;
  readonly onUse: (text: string) => void;
}

/** Above the form. What was kept on an earlier day is not compared anew. */
export function Comparison({ adaptation, sites, kept, onCompared, onUse }: ComparisonProps) {
  const id = useId();
  if (!kept) {
    return (
      <PartBoundary what="the comparison of the two sites">
        <BothPlaces {...{ adaptation, onCompared, onUse }} />
      </PartBoundary>
    );
  }
  if (kept.length === 0) return null;
  return (
    <>
      <h2 id={id}>What the two sites said of themselves when this was saved</h2>
      <Compared rows={kept} {...sites} labelledBy={id} />
    </>
  );
}

interface MattersFieldProps {
  readonly names: readonly string[];
  readonly values: readonly string[];
  readonly onChange: (values: string[]) => void;
}

/** Nothing where nothing differs. */
export function MattersField({ names, values, onChange }: MattersFieldProps) {
  if (names.length === 0) return null;
  return (
    <Checkboxes
      name="matters"
      label="Which of these matter for the decision?"
      hint="Choose any. Say why below"
      small
      choices={names.map((name) => ({ value: name, label: name }))}
      values={values}
      onChange={onChange}
    />
  );
}
