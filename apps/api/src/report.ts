/** How the hub tells whoever started it what it is doing: messages to a parent process, lines to a terminal. */

type Message =
  | { readonly type: 'progress'; readonly text: string }
  /** Without an address where nothing listens: a worker. */
  | { readonly type: 'ready'; readonly address?: string; readonly signIn?: string }
  | { readonly type: 'failed'; readonly sentence: string };

export const progress = (text: string) => report({ type: 'progress', text }, text);
export const ready = (address: string, signIn?: string) =>
  report({ type: 'ready', address, ...(signIn ? { signIn } : {}) }, `The hub runs at ${address}`);
export const working = () => report({ type: 'ready' }, 'The worker is at work');
export const failed = (sentence: string) => report({ type: 'failed', sentence }, sentence);

function report(message: Message, line: string): void {
  if (process.send) process.send(message);
  else (message.type === 'failed' ? console.error : console.log)(line);
}
