import { setTimeout as sleep } from 'node:timers/promises';
import { SharedBucket } from './shared-bucket';
import { SpentPoints, type Points } from './spent-points';

/** Adds up in memory, as slowly as a database. */
class Together extends SpentPoints {
  readonly totals = new Map<string, number>();
  statements = 0;

  override async add(span: number, spent: Points): Promise<Points> {
    this.statements += 1;
    await sleep(2);
    return new Map(
      [...spent].map(([caller, points]) => {
        const key = `${span} ${caller}`;
        this.totals.set(key, (this.totals.get(key) ?? 0) + points);
        return [caller, this.totals.get(key) ?? 0];
      }),
    );
  }
}

const noon = 1_800_000_000_000;
const buckets: SharedBucket[] = [];
afterEach(() => buckets.splice(0).forEach((bucket) => bucket.stop()));

function bucketOf(points: number, carrier: SpentPoints, now = () => noon): SharedBucket {
  const bucket = new SharedBucket(points, carrier, now);
  buckets.push(bucket);
  return bucket;
}

/** How many of so many calls, all at once, were let through. */
async function flood(bucket: SharedBucket, calls: number, caller = 'ann', points = 1): Promise<number> {
  const waits = await Promise.all(Array.from({ length: calls }, () => bucket.take(caller, points)));
  return waits.filter((wait) => wait === null).length;
}

it('alone, an instance lets through what the bucket holds and no more (Q10)', async () => {
  const bucket = bucketOf(100, new Together());

  expect(await flood(bucket, 300)).toBe(100);
  expect(await flood(bucket, 1)).toBe(0);
  expect(await flood(bucket, 5, 'bob')).toBe(5);
});

it.each([1, 7])(
  'instances together let through at most one share and one call more each, at %i points a call (Q10)',
  async (points) => {
    const carrier = new Together();
    const instances = [1, 2, 3].map(() => bucketOf(100, carrier));
    const passed = await Promise.all(instances.map((bucket) => flood(bucket, 200, 'ann', points)));
    const spent = passed.reduce((sum, calls) => sum + calls * points, 0);

    expect(spent).toBeGreaterThanOrEqual(100 - points);
    expect(spent).toBeLessThanOrEqual(100 + 3 * (10 + points));
  },
);

it('adds up once a share, not once a call (Q10)', async () => {
  const carrier = new Together();
  await flood(bucketOf(1000, carrier), 5000);

  expect(carrier.statements).toBeLessThanOrEqual(11);
});

it('counts alone while the others cannot be asked (Q10)', async () => {
  const away = { add: () => Promise.reject(new Error('away')) };

  expect(await flood(bucketOf(100, away), 300)).toBe(100);
});

it('is full again in the next span, and says when that is', async () => {
  let now = noon + 4000;
  const bucket = bucketOf(10, new Together(), () => now);
  await flood(bucket, 10);
  expect(await bucket.take('ann', 1)).toBe(6000);

  now = noon + 10_000;
  expect(await bucket.take('ann', 1)).toBeNull();
});
