/** In a list: what came of an adaptation, in the same words and the same room whether it runs or has ended. */
import { Fragment } from 'react';
import { EntityLink } from '@hub/core/web';
import type { AdaptationEndingFragment } from './cards.generated';
import { saidOfIt } from './experience';

/** Nothing while it is at work and nothing was said of its stage. */
export function WhatCameOfIt({ adaptation }: { readonly adaptation: AdaptationEndingFragment }) {
  const { ending } = adaptation;
  const said = saidOfIt(adaptation);
  return (
    <>
      {said && <p className="hub-plain-text nhsuk-u-margin-bottom-1">{said}</p>}
      {ending?.cameOfIt && (
        <p className="hub-plain-text nhsuk-u-margin-bottom-1">What came out of it: {ending.cameOfIt}</p>
      )}
      {ending && ending.grew.length > 0 && (
        <p className="nhsuk-u-margin-bottom-1">
          What grew from it:{' '}
          {ending.grew.map(({ thing }, index) => (
            <Fragment key={thing.id}>
              {index > 0 && ', '}
              <EntityLink reference={thing.id}>{'title' in thing ? thing.title : thing.id}</EntityLink>
            </Fragment>
          ))}
        </p>
      )}
    </>
  );
}
