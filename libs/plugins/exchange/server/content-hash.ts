import { createHash } from 'node:crypto';

/** SHA-256 of a file's bytes, in hexadecimal digits. */
export const contentHash = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');
