/** How much one person, or signed out one address, may ask of the hub in a short time: a bucket of points, shared by its instances. */
import { HeaderMap } from '@apollo/server';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { GraphQLError } from 'graphql';
import type { HubContext } from '../graphql/context';
import { RateLimited } from '../graphql/errors';
import { hubSettings } from '../hub-settings';
import type { Settings } from '../settings';
import { addressGroup } from './address';
import { SharedBucket } from './shared-bucket';
import { SpentPoints } from './spent-points';

/** A cheap operation takes the one point of its call; so much cost takes a further one. */
const costOfAPoint = 100;

type Caller = Pick<HubContext, 'viewer' | 'presumed' | 'address'>;

@Injectable()
export class CallLimit implements OnModuleDestroy {
  private readonly bucket: SharedBucket | null;

  constructor(@Inject(hubSettings) { callLimit }: Settings, @Inject(SpentPoints) carrier: SpentPoints) {
    this.bucket = callLimit > 0 ? new SharedBucket(callLimit, carrier) : null;
  }

  onModuleDestroy(): void {
    this.bucket?.stop();
  }

  /** Takes the point of one call. Throws RATE_LIMITED, as HTTP 429 with Retry-After, when there are none left. */
  takeCall(caller: Caller): Promise<void> {
    return this.take(caller, 1);
  }

  /** Takes what an operation of this cost takes beyond the call's own point. */
  async takeCost(caller: Caller, cost: number): Promise<void> {
    const points = Math.floor(cost / costOfAPoint);
    if (points > 0) await this.take(caller, points);
  }

  private async take(caller: Caller, points: number): Promise<void> {
    if (!this.bucket) return;
    const waitMs = await this.bucket.take(await keyOf(caller), points);
    if (waitMs !== null) throw asHttp(new RateLimited(Math.max(1, Math.ceil(waitMs / 1000))));
  }
}

/**
 * Who the caller is may not be known just now, when the database is away: the address always is. A credential never comes to be
 * another member's, so who it was lately is who counts.
 */
async function keyOf({ viewer, presumed, address }: Caller): Promise<string> {
  const asks = presumed ? presumed().then((each) => each.viewer) : viewer();
  const { ref } = await asks.catch(() => ({ ref: null }));
  return ref ?? addressGroup(address);
}

function asHttp(error: RateLimited): GraphQLError {
  const headers = new HeaderMap([['retry-after', String(error.retryAfterSeconds)]]);
  return new GraphQLError(error.message, { originalError: error, extensions: { http: { status: 429, headers } } });
}
