/** The settings of replies by mail: the address that they go to, and how whoever brings them shows who they are. */
export interface ReplySettings {
  /** Before the @; a signed part follows it after a plus sign. */
  readonly local: string;
  readonly domain: string;
  /** What the mail server says with each message. */
  readonly secret: string;
}

/** With what is signed, the part before the @ must not be longer than the 64 signs that mail allows. */
const longestLocal = 8;
const shortestSecret = 32;

/** Reads them; null where there is no such address. Throws an Error with one clear sentence for values that make no sense. */
export function replySettings(env: Readonly<Record<string, string | undefined>>): ReplySettings | null {
  const { HUB_MAIL_REPLY_TO: address, HUB_MAIL_REPLY_SECRET: secret } = env;
  if (!address) return null;
  const [, local, domain] = /^([a-z0-9]+)@([a-z0-9.-]+)$/i.exec(address.trim()) ?? [];
  if (!local || !domain || local.length > longestLocal)
    throw new Error(
      `HUB_MAIL_REPLY_TO must be a plain address such as reply@hub.example.nhs.uk, with up to ${longestLocal} letters before the @, not "${address}".`,
    );
  if (!secret || secret.length < shortestSecret)
    throw new Error(`HUB_MAIL_REPLY_TO also needs HUB_MAIL_REPLY_SECRET, of at least ${shortestSecret} characters.`);
  return { local: local.toLowerCase(), domain: domain.toLowerCase(), secret };
}
