/** Settings of the files that people attach: where they are kept, how much there may be, and who looks at them first. */
import path from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** A bucket of an S3-compatible storage. */
export interface S3Settings {
  readonly endpoint: URL;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Whether the bucket is the first part of the path (as most servers but Amazon's want it) or of the host's name. */
  readonly pathStyle: boolean;
}

/** A ClamAV daemon that listens on TCP. */
export interface ScannerSettings {
  readonly host: string;
  readonly port: number;
}

export interface FilesSettings {
  /** Where files are kept; with S3 only those on their way there. */
  readonly folder: string;
  readonly s3: S3Settings | null;
  readonly scanner: ScannerSettings | null;
  /** How much one person, and all of one site, may keep here. */
  readonly megabytesOfPerson: number;
  readonly megabytesOfSite: number;
}

/** Reads them. Throws an Error with one clear sentence for a value that makes no sense. */
export function filesSettings(env: Environment): FilesSettings {
  return {
    folder: path.resolve(env.HUB_FILES_DIR || path.join(env.HUB_DATA_DIR || '.data', 'files')),
    s3: s3Settings(env),
    scanner: scannerSettings(env.HUB_CLAMAV),
    megabytesOfPerson: megabytes(env, 'HUB_FILES_MB_OF_PERSON', 500),
    megabytesOfSite: megabytes(env, 'HUB_FILES_MB_OF_SITE', 5000),
  };
}

function s3Settings(env: Environment): S3Settings | null {
  const endpoint = env.HUB_S3_ENDPOINT;
  if (!endpoint) return null;
  if (!URL.canParse(endpoint) || !/^https?:$/.test(new URL(endpoint).protocol))
    throw new Error(`HUB_S3_ENDPOINT must be an address such as https://s3.example.nhs.uk, not "${endpoint}".`);
  const { HUB_S3_BUCKET: bucket, HUB_S3_ACCESS_KEY_ID: accessKeyId, HUB_S3_SECRET_ACCESS_KEY: secretAccessKey } = env;
  if (!bucket || !accessKeyId || !secretAccessKey)
    throw new Error('HUB_S3_ENDPOINT needs HUB_S3_BUCKET, HUB_S3_ACCESS_KEY_ID and HUB_S3_SECRET_ACCESS_KEY too.');
  return {
    ...{ endpoint: new URL(endpoint), bucket, accessKeyId, secretAccessKey },
    region: env.HUB_S3_REGION || 'us-east-1',
    pathStyle: env.HUB_S3_PATH_STYLE !== '0',
  };
}

function scannerSettings(text: string | undefined): ScannerSettings | null {
  if (!text) return null;
  const [, host, port] = /^([^:/\s]+|\[[0-9a-f:]+\]):(\d{1,5})$/i.exec(text) ?? [];
  if (!host || !port) throw new Error(`HUB_CLAMAV must be a host and a port such as 127.0.0.1:3310, not "${text}".`);
  return { host: host.replace(/^\[|\]$/g, ''), port: Number(port) };
}

function megabytes(env: Environment, name: string, otherwise: number): number {
  const value = Number(env[name] || otherwise);
  if (!Number.isInteger(value) || value < 0) throw new Error(`${name} must be a whole number, not "${env[name]}".`);
  return value;
}
