/** The live connections of a hub, which a test can cut and mend as a bad network would. */
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';

export class Lines {
  private readonly open = new Set<Duplex>();
  private isCut = false;

  constructor(http: Server) {
    http.prependListener('upgrade', (_request: IncomingMessage, socket: Duplex) => {
      this.open.add(socket);
      socket.once('close', () => this.open.delete(socket));
      if (this.isCut) socket.destroy();
    });
  }

  /** Breaks every live connection without a word, and keeps them broken. */
  cut(): void {
    this.isCut = true;
    for (const socket of this.open) socket.destroy();
  }

  /** Lets them come back. */
  mend(): void {
    this.isCut = false;
  }
}
