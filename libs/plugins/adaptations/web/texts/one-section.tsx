/** Of a long comparison one section, chosen by the address, with the way to the others. */
import { Link, useSearchParams } from 'react-router';
import { differenceWords } from '@hub/ui';
import type { ShownAdaptation } from '../record/record';
import type { ComparedPart } from './compared-parts';
import { DifferenceSection } from './difference-section';
import { nextDifference } from './long-comparison';

interface OneSectionProps {
  readonly adaptation: ShownAdaptation;
  /** At least one. */
  readonly shown: readonly ComparedPart[];
}

/** The first until another is asked for. */
export function OneSection({ adaptation, shown }: OneSectionProps) {
  const [search] = useSearchParams();
  const difference = shown.find(({ key }) => key === search.get('section')) ?? shown[0];
  if (!difference) return null;
  const addressOf = (key: string) =>
    `?${new URLSearchParams({ ...Object.fromEntries(search), section: key }).toString()}`;
  const next = nextDifference(shown, difference.key);
  return (
    <>
      <nav aria-label="Sections" className="hub-no-print">
        <p>These texts are long. One section is shown at a time.</p>
        <ul className="nhsuk-list">
          {shown.map(({ key, heading, change }) => (
            <li key={key}>
              {key === difference.key ? (
                <span aria-current="true">{heading}</span>
              ) : (
                <Link to={addressOf(key)}>{heading}</Link>
              )}
              , {differenceWords(change).toLowerCase()}
            </li>
          ))}
        </ul>
      </nav>
      <DifferenceSection
        key={difference.key}
        {...{ difference, adaptation }}
        next={next === null ? null : { to: addressOf(next) }}
      />
    </>
  );
}
