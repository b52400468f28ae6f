/** Which ways to sign in a hub with these settings has. */
import type { Settings } from '@hub/core/server';

type WaySettings = Pick<Settings, 'smtpUrl' | 'demonstration' | 'host' | 'publicUrl'>;

const loopbackNames = new Set(['127.0.0.1', 'localhost', '::1', '[::1]']);

/**
 * True for a hub on one's own machine that has no mail server: codes are then printed where it was started, so that its first
 * administrator gets in. Never where others can reach it.
 */
export function isPrinted({ smtpUrl, demonstration, host, publicUrl }: WaySettings): boolean {
  const isLocal = loopbackNames.has(host) && (publicUrl === null || loopbackNames.has(publicUrl.hostname));
  return smtpUrl === null && !demonstration && isLocal;
}

/** Whether a code that is asked for reaches anybody: by mail, among the demonstration's kept letters, or printed. */
export function isCodeAvailable(settings: WaySettings): boolean {
  return settings.smtpUrl !== null || settings.demonstration || isPrinted(settings);
}
