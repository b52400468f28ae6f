/** Ports for servers of tests that must know theirs before they start. */
import { randomBytes } from 'node:crypto';
import { freePort } from '../../tools/launcher/ports.mjs';

/** A port that nobody uses, below those that connections take: what is started there later finds it free still. */
export const aFreePort = (): Promise<number> => freePort(randomBytes(4).readUInt32BE());
