import { BlockList, isIP } from 'node:net';

/** The push services of the browsers that people have: Chrome and its kin, Firefox, Edge, Safari. */
const USUAL = ['fcm.googleapis.com', '*.push.services.mozilla.com', '*.notify.windows.com', '*.push.apple.com'] as const;

const privateNets = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  privateNets.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  privateNets.addSubnet(net, bits, 'ipv6');

/** Whether an address lies where only this machine or its neighbours are. An IPv4 address in an IPv6 one is judged as what it is. */
export function isPrivate(address: string): boolean {
  const inner = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  const family = isIP(inner);
  return family === 0 || privateNets.check(inner, family === 4 ? 'ipv4' : 'ipv6');
}

/** The services to which the server posts, and no others: an endpoint is an address that a stranger names. */
export interface PushServices {
  accepts(endpoint: string): boolean;
  /** Whether a service may be on this machine and without TLS, as only a test's is. */
  local: boolean;
}

/**
 * Reads the list, `host` or `*.domain` with commas between. `localhost` is for tests: it lets http and this machine.
 * @throws Error for what is none
 */
export function pushServicesFrom(list: string | undefined): PushServices {
  const patterns = list ? list.split(',').map((one) => one.trim().toLowerCase()) : [...USUAL];
  const wrong = patterns.find((one) => one !== 'localhost' && !/^(\*\.)?([a-z0-9-]+\.)+[a-z]{2,}$/.test(one));
  if (wrong !== undefined) throw new Error(`${wrong || 'an empty name'} is no host name; write them as fcm.googleapis.com, *.push.apple.com`);
  const local = patterns.includes('localhost');
  const isNamed = (host: string) => patterns.some((one) => (one.startsWith('*.') ? host.endsWith(one.slice(1)) : host === one));
  return {
    local,
    accepts(endpoint) {
      if (!URL.canParse(endpoint)) return false;
      const { protocol, hostname, port, username, password } = new URL(endpoint);
      if (username || password || !isNamed(hostname)) return false;
      return hostname === 'localhost' || (protocol === 'https:' && port === '');
    },
  };
}
