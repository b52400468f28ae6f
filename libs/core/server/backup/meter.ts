/** Measures what flows through it. */
import { createHash } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';
import type { Measure } from './manifest';

export class Meter extends Transform {
  private readonly hash = createHash('sha256');
  private bytes = 0;

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.bytes += chunk.length;
    this.hash.update(chunk);
    done(null, chunk);
  }

  /** Asked once, when everything has flowed. */
  measure(): Measure {
    return { bytes: this.bytes, sha256: this.hash.digest('hex') };
  }
}

/** Whether it is so much, and the very same. */
export const isEqual = (one: Measure, other: Measure) => one.bytes === other.bytes && one.sha256 === other.sha256;
