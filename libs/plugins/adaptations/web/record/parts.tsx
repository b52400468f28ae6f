/** Which named parts of the source version a change is about, and why something core was left out. */
import { Markdown } from '@hub/ui';
import type { ShownAdaptation, ShownChange } from './record';

export type Parts = ShownAdaptation['source']['components'];

/** "Left out: the monthly supper; changed: the tests". Empty while it names none. */
export function partsWords({ componentKeys, leftOutKeys }: ShownChange, parts: Parts): string {
  const named = (keys: readonly string[]) =>
    parts.filter(({ key }) => keys.includes(key)).map(({ name, core }) => (core ? `${name} (core)` : name));
  const changed = named(componentKeys.filter((key) => !leftOutKeys.includes(key)));
  const leftOut = named(leftOutKeys);
  return [
    ...(leftOut.length > 0 ? [`Left out: ${leftOut.join('; ')}`] : []),
    ...(changed.length > 0 ? [`Changed: ${changed.join('; ')}`] : []),
  ].join('. ');
}

/** Nothing for a change that names no part. */
export function ChangedParts({ change, parts }: { readonly change: ShownChange; readonly parts: Parts }) {
  const words = partsWords(change, parts);
  if (!words) return null;
  return (
    <>
      <p className="nhsuk-u-margin-bottom-1">{words}</p>
      {change.coreReason && (
        <div className="hub-why">
          <span className="hub-why__label">Why something core was left out: </span>
          <Markdown text={change.coreReason} headingLevel={4} />
        </div>
      )}
    </>
  );
}
