/** The life of a tool that runs until it is stopped: what it opened is closed in reverse order, once, whatever ends it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { endAll } from './children.mjs';
import { sentenceFor } from './refusal.mjs';
import { complain, say } from './say.mjs';
import { onStop } from './stop-signals.mjs';

const closers = [];
let closing;

/** Remembers what must be closed at the end. `opening` may still be on its way: it is waited for. */
export function closeAtEnd(opening, close) {
  closers.unshift(async () => {
    const opened = await opening.catch(() => undefined);
    if (opened !== undefined) await close(opened);
  });
  return opening;
}

/** Runs the tool. A stop signal ends it well; anything thrown ends it with one sentence and exit code 1. */
export async function live(work) {
  onStop(() => end(0, 'Stopping ...'));
  try {
    await work();
  } catch (error) {
    await sleep(200);
    await end(1, sentenceFor(error));
  }
}

/** Ends the tool, once: the first reason given is the one that counts. */
export function end(code, sentence) {
  closing ??= closeAll(code, sentence);
  return closing;
}

async function closeAll(code, sentence) {
  (code === 0 ? say : complain)(sentence);
  for (const close of closers) await close().catch((error) => complain(sentenceFor(error)));
  await endAll();
  process.exit(code);
}
