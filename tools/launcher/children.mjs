/** The processes the tools start. Each is remembered until it ends, so that stopping leaves none behind. */
import { spawn } from 'node:child_process';
import { root } from './project.mjs';

const running = new Set();

/** Starts a process in the project's folder and gives it back. */
export function start(command, args, options = {}) {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
  running.add(child);
  child.ended = new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 1, error }));
    child.once('exit', (code, signal) => resolve({ code: code ?? 1, signal }));
  }).finally(() => running.delete(child));
  return child;
}

/** Runs a process to its end and resolves with its exit code: 1 where a signal ended it or it could not start. */
export async function run(command, args, options) {
  const { code } = await start(command, args, options).ended;
  return code;
}

/** Runs a Node script of the project or of a package to its end. */
export const runNode = (args, options) => run(process.execPath, args, options);

/** Asks every running process to end, and ends by force what has not gone after `patience` milliseconds. */
export async function endAll(patience = 10_000) {
  await Promise.all([...running].map((child) => end(child, patience)));
}

async function end(child, patience) {
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), patience);
  await child.ended;
  clearTimeout(timer);
}
