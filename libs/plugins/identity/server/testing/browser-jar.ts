/** A browser as far as signing in needs one: it keeps cookies for each origin and follows redirects one at a time. */

export class BrowserJar {
  private readonly cookies = new Map<string, Map<string, string>>();

  /** Asks for a page, or posts a form; redirects are left to the caller. */
  async ask(address: string, form?: Readonly<Record<string, string>>): Promise<Response> {
    const { origin } = new URL(address);
    const cookie = this.cookieFor(origin);
    const headers: Record<string, string> = cookie ? { cookie } : {};
    const response = await fetch(address, {
      redirect: 'manual',
      headers: form ? { ...headers, 'content-type': 'application/x-www-form-urlencoded' } : headers,
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    });
    for (const line of response.headers.getSetCookie()) this.keep(origin, line);
    return response;
  }

  /** Follows redirects until one leads to an address that is told, or a page is reached. */
  async follow(
    address: string,
    stopAt: (address: string) => boolean,
  ): Promise<{ address: string; response: Response | null }> {
    let at = address;
    for (let hops = 0; hops < 15; hops += 1) {
      if (stopAt(at)) return { address: at, response: null };
      const response = await this.ask(at);
      const next = response.headers.get('location');
      if (!next) return { address: at, response };
      at = new URL(next, at).href;
    }
    throw new Error('Too many redirects.');
  }

  /** The Cookie header for an origin. */
  cookieFor(origin: string): string {
    return [...(this.cookies.get(origin) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  private keep(origin: string, line: string): void {
    const [pair = ''] = line.split(';');
    const at = pair.indexOf('=');
    const own = this.cookies.get(origin) ?? new Map<string, string>();
    if (/max-age=0|expires=Thu, 01 Jan 1970/i.test(line)) own.delete(pair.slice(0, at));
    else own.set(pair.slice(0, at), pair.slice(at + 1));
    this.cookies.set(origin, own);
  }
}
