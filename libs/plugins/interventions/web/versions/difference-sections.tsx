/** Sections of a comparison, each with its state in its heading and a link to the next difference. */
import { DiffText, DifferenceTag, Hidden } from '@hub/ui';
import type { VersionDifference } from './version-differences';

interface DifferenceSectionsProps {
  readonly differences: readonly VersionDifference[];
  readonly sourceHeading: string;
  readonly localHeading: string;
}

export function DifferenceSections({ differences, sourceHeading, localHeading }: DifferenceSectionsProps) {
  return differences.map((difference, index) => {
    const next = differences.slice(index + 1).find(({ change }) => change !== 'SAME');
    return (
      <section key={difference.key} aria-labelledby={`different-${difference.key}`}>
        <h2 id={`different-${difference.key}`} tabIndex={-1}>
          {difference.heading}
          <Hidden>, </Hidden> <DifferenceTag difference={difference.change} />
          {difference.change === 'SAME' && <Hidden>same</Hidden>}
        </h2>
        {difference.change === 'SAME' ? (
          <p className="hub-plain-text">{difference.source}</p>
        ) : (
          <DiffText
            source={difference.source}
            local={difference.local}
            sourceHeading={sourceHeading}
            localHeading={localHeading}
            headingLevel={3}
          />
        )}
        {next && (
          <p className="hub-no-print">
            <a href={`#different-${next.key}`}>Next difference</a>
          </p>
        )}
      </section>
    );
  });
}
