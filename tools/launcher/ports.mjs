/** Network ports: is one free, and which one to take for something that nobody chose a port for. */
import { readFileSync } from 'node:fs';
import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from './refusal.mjs';

/** Refuses, with what to do, when the hub could not listen there. A hub that is just stopping gets a moment to go. */
export async function refuseBusyPort(port, host) {
  let code = await tryListening(port, host);
  for (let tries = 0; code === 'EADDRINUSE' && tries < 20; tries += 1) {
    await sleep(150);
    code = await tryListening(port, host);
  }
  if (!code) return;
  if (code === 'EADDRINUSE') {
    throw new Refusal(
      `Port ${port} is already in use: stop what uses it, or choose another, such as PORT=${port + 1} npm start.`,
    );
  }
  if (code === 'EACCES') throw new Refusal(`This account may not listen on port ${port}: choose another with PORT.`);
  throw new Refusal(`The hub cannot listen on ${host}:${port} (${code}): check HOST and PORT.`);
}

/**
 * A free port of 127.0.0.1 below the range from which connections take theirs. The same `wish` tends to get the same one.
 * @param {number} wish any whole number, such as a hash
 * @param {number[]} except ports that were tried already
 */
export async function freePort(wish, except = []) {
  const { lowest, count } = serverRange(ephemeralStart());
  for (let step = 0; step < count; step += 1) {
    const port = lowest + ((wish + step) % count);
    if (!except.includes(port) && !(await tryListening(port, '127.0.0.1'))) return port;
  }
  throw new Refusal('No free port was found for the database on 127.0.0.1.');
}

/**
 * The ports to choose from, given where the ephemeral range starts.
 * @param {number} ephemeral
 */
export function serverRange(ephemeral) {
  const lowest = 15000;
  const highest = Math.min(ephemeral, 32000);
  return highest - lowest >= 100 ? { lowest, count: highest - lowest } : { lowest, count: 15000 };
}

function ephemeralStart() {
  try {
    return Number(readFileSync('/proc/sys/net/ipv4/ip_local_port_range', 'utf8').trim().split(/\s+/)[0]);
  } catch {
    return 32768;
  }
}

function tryListening(port, host) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', (error) => resolve(error.code));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}
