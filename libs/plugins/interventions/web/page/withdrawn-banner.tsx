/** On every page of a withdrawn intervention, before anything else: who withdrew it, when and why. */
import { EntityLink } from '@hub/core/web';
import { Time } from '@hub/ui';

interface WithdrawnBannerProps {
  readonly withdrawal: {
    readonly at: string;
    readonly reason: string;
    readonly by: { readonly id: string; readonly displayName: string } | null;
  } | null;
  readonly siteName: string;
}

/** Nothing unless it is withdrawn. It prints. */
export function WithdrawnBanner({ withdrawal, siteName }: WithdrawnBannerProps) {
  if (!withdrawal) return null;
  const { at, reason, by } = withdrawal;
  return (
    <div className="nhsuk-warning-callout" role="region" aria-labelledby="withdrawn">
      <h2 className="nhsuk-warning-callout__label" id="withdrawn">
        Withdrawn
      </h2>
      <p>
        {siteName} withdrew this on <Time at={at} />
        {by && (
          <>
            {' '}
            (<EntityLink reference={by.id}>{by.displayName}</EntityLink>)
          </>
        )}
        . Do not start from it. Ask them if you use it.
      </p>
      <p className="hub-plain-text">{reason}</p>
    </div>
  );
}
