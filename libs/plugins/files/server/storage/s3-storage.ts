/** Keeps files in a bucket of an S3-compatible storage. Requests are signed (Signature Version 4); bodies are streamed. */
import { createReadStream } from 'node:fs';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { S3Settings } from '@hub/core/server';
import { AwsV4Signer } from 'aws4fetch';
import { Storage, StorageFailed, type ByteRange } from './storage';

const longestSilenceMs = 30_000;

interface S3Request {
  readonly method: 'PUT' | 'GET' | 'DELETE';
  readonly key: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Readable;
}

export class S3Storage extends Storage {
  constructor(private readonly settings: S3Settings) {
    super();
  }

  async put(key: string, { path, size }: { readonly path: string; readonly size: number }): Promise<void> {
    const headers = { 'content-length': String(size), 'content-type': 'application/octet-stream' };
    await this.finished({ method: 'PUT', key, headers, body: createReadStream(path) }, [200, 201]);
  }

  async read(key: string, range?: ByteRange): Promise<Readable> {
    const headers: Record<string, string> = range ? { range: `bytes=${range.from}-${range.to}` } : {};
    return this.answer({ method: 'GET', key, headers }, [range ? 206 : 200]);
  }

  async remove(key: string): Promise<void> {
    await this.finished({ method: 'DELETE', key }, [200, 204, 404]);
  }

  private async finished(request: S3Request, expected: readonly number[]): Promise<void> {
    const answer = await this.answer(request, expected);
    for await (const chunk of answer) void chunk;
  }

  /** The answer with its body still to be read. Throws StorageFailed for any status but the expected. */
  private async answer(request: S3Request, expected: readonly number[]): Promise<IncomingMessage> {
    try {
      const answer = await this.send(request);
      if (expected.includes(answer.statusCode ?? 0)) return answer;
      answer.resume();
      throw new Error(`The storage answered ${answer.statusCode} to ${request.method}`);
    } catch (error) {
      throw new StorageFailed('The S3 storage failed', error);
    } finally {
      request.body?.destroy();
    }
  }

  private async send({ method, key, headers = {}, body }: S3Request): Promise<IncomingMessage> {
    const { region, accessKeyId, secretAccessKey } = this.settings;
    const signed = await new AwsV4Signer({
      ...{ method, url: this.addressOf(key).href, region, accessKeyId, secretAccessKey, service: 's3' },
      headers: { ...headers, 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' },
    }).sign();
    const { request } = signed.url.protocol === 'https:' ? https : http;
    const sent = request(signed.url, {
      method,
      headers: Object.fromEntries(signed.headers),
      timeout: longestSilenceMs,
    });
    sent.on('timeout', () => sent.destroy(new Error('The storage does not answer')));
    const answered = new Promise<IncomingMessage>((resolve, reject) => {
      sent.on('response', resolve);
      sent.on('error', reject);
    });
    answered.catch(() => undefined);
    if (body) await pipeline(body, sent);
    else sent.end();
    return answered;
  }

  private addressOf(key: string): URL {
    const { endpoint, bucket, pathStyle } = this.settings;
    const address = new URL(endpoint);
    if (!pathStyle) address.hostname = `${bucket}.${address.hostname}`;
    const base = address.pathname.replace(/\/$/, '');
    address.pathname = pathStyle ? `${base}/${bucket}/${key}` : `${base}/${key}`;
    return address;
  }
}
