/** A pool whose users wait for whichever connection is theirs first: making one takes seconds on a busy machine, while others are given back. */
import pg from 'pg';

type Taken = (error: Error | undefined, client: pg.PoolClient | undefined, release: () => void) => void;

export class ServingPool extends pg.Pool {
  constructor(options?: pg.PoolConfig) {
    super(options);
    // As many may listen for one that is given back as wait for one that is made.
    this.setMaxListeners(0);
  }

  /** A connection that is free, the first that is given back, or one that is made for it, with which the pool grows. */
  override connect(): Promise<pg.PoolClient>;
  override connect(taken: Taken): void;
  override connect(taken?: Taken): Promise<pg.PoolClient> | void {
    const isToBeMade = this.idleCount === 0 && this.totalCount < this.options.max;
    const client = isToBeMade ? this.firstOf(super.connect()) : super.connect();
    if (!taken) return client;
    client.then(
      (found) => taken(undefined, found, () => found.release()),
      (error: Error) => taken(error, undefined, () => undefined),
    );
  }

  private firstOf(made: Promise<pg.PoolClient>): Promise<pg.PoolClient> {
    return new Promise((resolve, reject) => {
      let isServed = false;
      const serve = (client: pg.PoolClient) => {
        if (isServed) return client.release();
        isServed = true;
        this.off('release', look);
        resolve(client);
      };
      // It is free once those have been told who hear that it is given back.
      const look = () =>
        queueMicrotask(() => !isServed && this.idleCount > 0 && super.connect().then(serve, () => undefined));
      this.on('release', look);
      made.then(serve, (error: Error) => {
        this.off('release', look);
        reject(error);
      });
    });
  }
}

/** The driver as TypeORM takes it, with this pool. */
export const servingDriver: typeof pg = Object.create(pg, { Pool: { value: ServingPool } }) as typeof pg;
