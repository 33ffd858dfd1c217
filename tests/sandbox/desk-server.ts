/** The sandbox desk's sockets: TLS on both loopback addresses at one port, able to go down and come up again there. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server, type ServerOptions } from 'node:https';
import { createServer as createTcpServer, type Socket, type Server as TcpServer } from 'node:net';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;
type Listener = Server | TcpServer;

export interface DeskServer {
  port: number;
  /** Stops listening and cuts every connection; `bad-tls` keeps the port but answers bytes that are no TLS. */
  down(how: 'refuse' | 'bad-tls'): Promise<void>;
  /** Cuts a request's connection by a TCP reset. */
  reset(response: ServerResponse): void;
  /** Listens again on the same port. */
  up(): Promise<void>;
  close(): Promise<void>;
}

const ADDRESSES = ['127.0.0.1', '::1'];

function listen(server: Listener, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

function stop(server: Listener): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}

/** One server per loopback address on one port; a machine without IPv6 gets only the first. */
async function listenOnAll(make: () => Listener, wanted: number): Promise<{ servers: Listener[]; port: number }> {
  for (let attempt = 0; ; attempt++) {
    const first = make();
    const port = await listen(first, ADDRESSES[0] ?? '', wanted);
    const second = make();
    try {
      await listen(second, ADDRESSES[1] ?? '', port);
      return { servers: [first, second], port };
    } catch (error) {
      const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!isTaken) return { servers: [first], port };
      await stop(first);
      if (wanted !== 0 || attempt > 8) throw error;
    }
  }
}

/** Starts listening. Connections stay warm for a minute, so that a test can break one. */
export async function startServer(tls: ServerOptions, wantedPort: number, handle: Handler): Promise<DeskServer> {
  const sockets = new Set<Socket>();
  const findRaw = ({ remotePort, localAddress }: Socket) =>
    [...sockets].find((socket) => socket.remotePort === remotePort && socket.localAddress === localAddress);
  const track = (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  };
  const makeTls = (): Server => {
    const server = createServer({ ...tls, keepAliveTimeout: 60_000, requestTimeout: 0, headersTimeout: 0 }, handle);
    server.on('connection', track);
    server.on('tlsClientError', () => {});
    return server;
  };
  const makeGarbage = (): TcpServer => {
    const server = createTcpServer((socket) => {
      track(socket);
      socket.once('data', () => socket.end('this is no TLS\n'));
    });
    return server;
  };
  let { servers, port } = await listenOnAll(makeTls, wantedPort);

  const cut = async () => {
    const stopped = servers.map(stop);
    servers = [];
    for (const socket of sockets) socket.destroy();
    await Promise.all(stopped);
  };
  const replaceBy = async (make: () => Listener) => {
    await cut();
    ({ servers, port } = await listenOnAll(make, port));
  };
  return {
    port,
    down: (how) => (how === 'refuse' ? cut() : replaceBy(makeGarbage)),
    reset: ({ socket }) => {
      if (socket) (findRaw(socket) ?? socket).resetAndDestroy();
    },
    up: () => replaceBy(makeTls),
    close: cut,
  };
}
