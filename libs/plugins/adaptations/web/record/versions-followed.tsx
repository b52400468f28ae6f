/** Which versions of its source a site followed, and what it decided each time, with its reasons. */
import type { MergeChoice } from '@hub/graphql';
import { Time } from '@hub/ui';
import type { ShownAdaptation } from './record';

const done = {
  KEEP: 'kept its own',
  TAKE: 'took theirs',
  COMBINE: 'combined both',
} as const satisfies Record<MergeChoice, string>;

/** Nothing while the site follows the version that it started from. */
export function VersionsFollowed({ adaptation }: { readonly adaptation: ShownAdaptation }) {
  const { versionsFollowed, site } = adaptation;
  if (versionsFollowed.length < 2) return null;
  return (
    <section aria-labelledby="versions-followed">
      <h2 id="versions-followed">Versions followed</h2>
      <ul className="nhsuk-list hub-rows">
        {[...versionsFollowed].reverse().map(({ version, at, by, choices }, index, { length }) => (
          <li className="hub-rows__row" key={version.number}>
            <strong>Version {version.number}</strong>
            <p className="hub-meta nhsuk-u-margin-bottom-1">
              {index === length - 1 ? 'Started from it on ' : 'Since '}
              <Time at={at} />
              {by && `, by ${by.displayName}`}
            </p>
            {choices.length > 0 && (
              <ul className="nhsuk-list nhsuk-list--bullet">
                {choices.map(({ part, key, heading, choice, reason }) => (
                  <li key={`${part} ${key}`}>
                    {heading}: {site.name} {done[choice]}
                    {reason && `. Why: ${reason}`}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
