/** Questions of one transaction that are asked at the same time: they go to PostgreSQL together, in their order. */

/** Waits for all of them. Where several fail it is the first of them that counts, as if each had been asked after the one before. */
export async function together<const T extends readonly unknown[]>(
  asked: T,
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  const all = await Promise.allSettled(asked);
  const failed = all.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
  return all.map((one) => (one as PromiseFulfilledResult<unknown>).value) as {
    -readonly [K in keyof T]: Awaited<T[K]>;
  };
}
