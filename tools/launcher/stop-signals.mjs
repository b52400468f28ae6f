/** When to stop: Ctrl-C, a polite kill, a closed terminal, or the npm above having gone. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Calls `stop` once, at the first of those. Repeats are ignored: the stop that runs is bounded in time by itself.
 * @param {() => void} stop
 */
export function onStop(stop) {
  let asked = false;
  const ask = () => {
    if (asked) return;
    asked = true;
    stop();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, ask);
  if (process.env.npm_lifecycle_event) watchNpm(ask);
}

/** npm passes some signals to its shell only, and a forced kill to nobody: a change above this process says that npm has gone. */
function watchNpm(ask) {
  const viaShell = /^(ba|da|a|z)?sh$|^busybox$/.test(shortName(process.ppid));
  const above = () => (viaShell ? `${process.ppid} ${parentOf(process.ppid)}` : `${process.ppid}`);
  const first = above();
  setInterval(() => above() !== first && ask(), 250).unref();
}

const shortName = (pid) => path.basename(/\((.*)\)/.exec(statLine(pid))?.[1] ?? '');

const parentOf = (pid) =>
  statLine(pid)
    .replace(/^.*\) /, '')
    .split(' ')[1];

function statLine(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return '';
  }
}
