import net from 'node:net';
import { freePort, refuseBusyPort, serverRange } from './ports.mjs';

const busyServer = () =>
  new Promise<net.Server>((resolve) => {
    const server = net.createServer();
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
const portOf = (server: net.Server) => (server.address() as net.AddressInfo).port;

describe('ports', () => {
  it('for the database lie below those that connections take', () => {
    expect(serverRange(32768)).toEqual({ lowest: 15000, count: 17000 });
    expect(serverRange(20000)).toEqual({ lowest: 15000, count: 5000 });
  });

  it('for the database avoid one that was refused', async () => {
    const first = await freePort(7);

    expect(await freePort(7, [first])).not.toBe(first);
  });

  it('for the hub that are in use are refused with what to do', async () => {
    const server = await busyServer();

    await expect(refuseBusyPort(portOf(server), '127.0.0.1')).rejects.toThrow(
      /already in use: stop what uses it, or choose another/,
    );
    server.close();
  });
});
