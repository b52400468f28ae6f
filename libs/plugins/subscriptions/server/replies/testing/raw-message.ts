/** Raw messages, as a mail server brings them to a hub under test. */

/** An answer of Anjali's to an address, with other headers where a test needs them. */
export function rawMessage(to: string, body: string, over: Readonly<Record<string, string>> = {}): string {
  const headers = {
    From: 'Anjali <Anjali@nhs.net>',
    To: `Vanguard hub <${to}>`,
    Subject: 'Re: Who rings on Sundays?',
    'Message-ID': '<one@nhs.net>',
    'Content-Type': 'text/plain; charset=utf-8',
    ...over,
  };
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${head.join('')}\r\n${body.replaceAll('\n', '\r\n')}`;
}

/** Brings one, with the secret that the mail server and the hub both know. */
export function bringMail(
  hub: string,
  secret: string,
  raw: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return fetch(`${hub}/mail/inbound`, {
    method: 'POST',
    headers: { 'content-type': 'message/rfc822', authorization: `Bearer ${secret}`, ...headers },
    body: raw,
  });
}
