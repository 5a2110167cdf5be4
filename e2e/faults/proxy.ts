// All that the browser knows of the city: a proxy that now and then does what networks do.
import { once } from 'node:events';
import { createServer, request, STATUS_CODES, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { emptyTally, passingOf, type Fate, type Passing, type Tally } from './fates.ts';
import { imposters } from './imposters.ts';

/** A proxy between one browser and one server, both on this machine. */
export interface Proxy {
  /** What the browser takes for the city. */
  url: string;
  tally: Tally;
  /** Decides about each request; may be replaced at any time. */
  decide: (passing: Passing) => Fate;
  /** Told of each request that reached the city whole, with the answer's status, before anything is answered. */
  heard: (passing: Passing, status: number) => void;
  /** Resolves when the next push sets out to the city. */
  nextPush(): Promise<void>;
  /** No network: connections are refused and those that are open break. */
  refuse(): Promise<void>;
  /** The network is back. */
  accept(): Promise<void>;
  close(): Promise<void>;
}

interface Answer {
  status: number;
  headers: Record<string, string | string[]>;
  body: Buffer;
}

/** Starts a proxy before the server at that port; everything passes until `decide` says otherwise. */
export async function startProxy(serverPort: number): Promise<Proxy> {
  const sockets = new Set<Socket>();
  let waiting: (() => void)[] = [];
  let refusing = false;
  const http = createServer((incoming, outgoing) => void take(incoming, outgoing).catch(() => incoming.socket.destroy()));
  http.on('connection', (socket: Socket) => {
    if (refusing) return void socket.destroy();
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  });
  const listen = async (port: number): Promise<void> => {
    http.listen(port, '127.0.0.1');
    await once(http, 'listening');
  };
  await listen(0);
  const { port } = http.address() as AddressInfo;

  const proxy: Proxy = {
    url: `http://localhost:${port}`,
    tally: emptyTally(),
    decide: () => ({ kind: 'pass' }),
    heard: () => undefined,
    nextPush: () => new Promise((resolve) => waiting.push(resolve)),
    async refuse() {
      if (refusing) return;
      refusing = true;
      proxy.tally.refused++;
      const closed = once(http, 'close');
      http.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    async accept() {
      if (refusing) await listen(port);
      refusing = false;
    },
    async close() {
      await proxy.refuse();
    },
  };
  return proxy;

  async function take(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = Buffer.concat((await incoming.toArray()) as Buffer[]);
    const { method = 'GET', url: path = '/', socket } = incoming;
    const passing = passingOf(method, path, body);
    const fate = proxy.decide(passing);
    proxy.tally[fate.kind]++;
    if (fate.kind === 'silence') return;
    if (fate.kind === 'imposter') {
      const { status, headers, body } = imposters[fate.as];
      return void outgoing.writeHead(status, headers).end(body);
    }
    if (fate.kind === 'cut-request') {
      await sendPart(rawRequest(incoming, body), fate.share);
      return void socket.destroy();
    }
    if (passing.operation === 'PushCaptures') {
      for (const tell of waiting) tell();
      waiting = [];
    }
    const answer = await forward(method, path, incoming.headers, body);
    proxy.heard(passing, answer.status);
    if (fate.kind === 'swallow') return void socket.destroy();
    if (fate.kind === 'pass') return void outgoing.writeHead(answer.status, answer.headers).end(answer.body);
    const raw = rawAnswer(answer);
    socket.write(raw.subarray(0, Math.floor(raw.length * fate.share)), () => socket.destroy());
  }

  // a connection of its own for each request: the proxy remembers nothing of a server that died
  async function forward(method: string, path: string, headers: IncomingHttpHeaders, body: Buffer): Promise<Answer> {
    const sent = request({ host: '127.0.0.1', port: serverPort, method, path, headers: { ...headers, connection: 'close' }, agent: false });
    sent.end(body);
    const [answer] = (await once(sent, 'response')) as [IncomingMessage];
    return { status: answer.statusCode!, headers: ownHeaders(answer.headers), body: Buffer.concat((await answer.toArray()) as Buffer[]) };
  }

  async function sendPart(raw: Buffer, share: number): Promise<void> {
    const city = connect(serverPort, '127.0.0.1');
    city.on('error', () => undefined);
    await new Promise<void>((resolve) => city.write(raw.subarray(0, Math.floor(raw.length * share)), () => resolve()));
    city.destroy();
  }
}

// what belongs to the one connection only
function ownHeaders({ connection: _c, 'keep-alive': _k, 'transfer-encoding': _t, 'content-length': _l, ...own }: IncomingHttpHeaders): Answer['headers'] {
  return Object.fromEntries(Object.entries(own).filter((entry): entry is [string, string | string[]] => entry[1] !== undefined));
}

function rawAnswer({ status, headers, body }: Answer): Buffer {
  const lines = Object.entries(headers).flatMap(([name, value]) => [value].flat().map((one) => `${name}: ${one}`));
  const head = [`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, ...lines, `content-length: ${body.length}`, '', ''].join('\r\n');
  return Buffer.concat([Buffer.from(head), body]);
}

function rawRequest({ method, url, headers }: IncomingMessage, body: Buffer): Buffer {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}`);
  return Buffer.concat([Buffer.from([`${method} ${url} HTTP/1.1`, ...lines, '', ''].join('\r\n')), body]);
}
