/** A line to somebody, over TCP, that can be cut. It has the same address wherever it leads. */
import { connect, createServer, type Server, type Socket } from 'node:net';

export class Link {
  private readonly sockets = new Set<Socket>();
  /** How many answers are still to be cut in the middle. */
  private toCut = 0;
  private target = 0;

  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {
    server.on('connection', (near) => this.join(near));
  }

  static async open(target = 0): Promise<Link> {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    const link = new Link(server, typeof address === 'object' && address ? address.port : 0);
    link.leadTo(target);
    return link;
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Who comes from now on is led to this port of the machine. */
  leadTo(port: number): void {
    this.target = port;
  }

  /** Cuts every connection where it is. */
  cut(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  /** Lets half of the next answers through, and cuts. */
  cutAnswers(howMany: number): void {
    this.toCut = howMany;
  }

  close(): void {
    this.cut();
    this.server.close();
  }

  private join(near: Socket): void {
    const far = connect(this.target, '127.0.0.1');
    const both = [near, far];
    for (const socket of both) {
      this.sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        this.sockets.delete(socket);
        both.forEach((each) => each.destroy());
      });
    }
    near.pipe(far);
    far.on('data', (answer: Buffer) => this.pass(answer, near, far));
    near.on('drain', () => far.resume());
  }

  private pass(answer: Buffer, near: Socket, far: Socket): void {
    if (this.toCut > 0) {
      this.toCut -= 1;
      near.write(answer.subarray(0, answer.length / 2), () => near.destroy());
    } else if (!near.write(answer)) far.pause();
  }
}
