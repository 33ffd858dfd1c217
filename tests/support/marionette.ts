/** Speaks Marionette, Firefox's own remote protocol: `<bytes>:<json>` over TCP, one answer for each request. */
import { connect, type Socket } from 'node:net';

interface Waiting {
  resolve(value: unknown): void;
  reject(reason: Error): void;
}

type Answer = [1, number, { error: string; message: string } | null, unknown];

export interface Marionette {
  /** Sends one command and returns the `value` of its answer (or the whole answer where there is no `value`). */
  send<T = unknown>(command: string, params?: Record<string, unknown>): Promise<T>;
  close(): void;
}

/** Connects to a Firefox that listens on `port` of loopback; rejects when nothing listens there. */
export async function connectMarionette(port: number): Promise<Marionette> {
  const socket = await openSocket(port);
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  const greeting = Promise.withResolvers<void>();

  readPackets(socket, (packet) => {
    if (!Array.isArray(packet)) return greeting.resolve();
    const [, id, error, result] = packet as Answer;
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error) asked?.reject(new Error(`${error.error}: ${error.message}`));
    else asked?.resolve(unwrap(result));
  });
  socket.on('close', () => {
    const gone = new Error('Firefox has closed the connection.');
    greeting.reject(gone);
    for (const asked of waiting.values()) asked.reject(gone);
    waiting.clear();
  });
  await greeting.promise;

  return {
    send: <T>(command: string, params: Record<string, unknown> = {}) =>
      new Promise<T>((resolve, reject) => {
        lastId += 1;
        waiting.set(lastId, { resolve: resolve as Waiting['resolve'], reject });
        const body = JSON.stringify([0, lastId, command, params]);
        socket.write(`${Buffer.byteLength(body)}:${body}`);
      }),
    close: () => socket.destroy(),
  };
}

function openSocket(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(socket));
    socket.on('error', reject);
  });
}

function readPackets(socket: Socket, onPacket: (packet: unknown) => void): void {
  let buffer = Buffer.alloc(0);
  socket.on('data', (chunk) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const colon = buffer.indexOf(':');
      if (colon < 0) return;
      const end = colon + 1 + Number(buffer.subarray(0, colon).toString());
      if (buffer.length < end) return;
      const packet: unknown = JSON.parse(buffer.subarray(colon + 1, end).toString());
      buffer = buffer.subarray(end);
      onPacket(packet);
    }
  });
}

function unwrap(result: unknown): unknown {
  return result !== null && typeof result === 'object' && 'value' in result ? result.value : result;
}
