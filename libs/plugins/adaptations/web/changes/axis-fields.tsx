/** The boxes for one axis of FRAME: one of its values, or any of them. */
import type { ReactNode } from 'react';
import { Checkboxes, Radios } from '@hub/ui';
import { choicesOn, codesOn } from './frame-answers';

/** Gives the axes that were answered, and the codes that are now on them. */
export type OnAnswer = (axes: readonly string[], codes: readonly string[]) => void;

export interface AxisProps {
  readonly axis: string;
  readonly label: ReactNode;
  readonly hint?: string | undefined;
  readonly codes: readonly string[];
  readonly onAnswer: OnAnswer;
  readonly isPageHeading?: boolean;
}

export function OneOf({ axis, label, hint, codes, onAnswer, isPageHeading = false }: AxisProps) {
  return (
    <Radios
      name={`codes-${axis}`}
      {...{ label, hint, isPageHeading }}
      labelSize={isPageHeading ? 'l' : 's'}
      choices={choicesOn(axis)}
      value={codesOn(codes, axis)[0] ?? null}
      onChange={(code) => onAnswer([axis], [code])}
    />
  );
}

export function ManyOf({ axis, label, hint, codes, onAnswer, isPageHeading = false }: AxisProps) {
  return (
    <Checkboxes
      name={`codes-${axis}`}
      {...{ label, hint, isPageHeading }}
      labelSize={isPageHeading ? 'l' : 's'}
      choices={choicesOn(axis)}
      values={codesOn(codes, axis)}
      onChange={(chosen) => onAnswer([axis], chosen)}
    />
  );
}
