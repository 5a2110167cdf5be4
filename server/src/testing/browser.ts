import type { FastifyInstance } from 'fastify';

/** Where a browser has come to. */
export interface Landed {
  status: number;
  url: URL;
  body: string;
}

/**
 * A browser of the tests: follows where it is sent, to this city (`http://localhost`, by injection) and to other servers (by the network), and keeps each
 * server's cookies.
 */
export function aBrowser(http: FastifyInstance) {
  const jars = new Map<string, Map<string, string>>();
  const jarOf = (origin: string): Map<string, string> => jars.get(origin) ?? jars.set(origin, new Map()).get(origin)!;

  async function ask(url: URL, form?: Record<string, string>): Promise<{ status: number; location: string | null; body: string }> {
    const jar = jarOf(url.origin);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { cookie, accept: 'text/html', ...(form && { 'content-type': 'application/x-www-form-urlencoded' }) };
    const payload = form && new URLSearchParams(form).toString();
    let answer: { status: number; location: string | null; body: string; cookies: string[] };
    if (url.hostname === 'localhost') {
      const response = await http.inject({ method: 'GET', url: url.pathname + url.search, headers });
      const set = response.headers['set-cookie'] ?? [];
      answer = { status: response.statusCode, location: response.headers.location ?? null, body: response.body, cookies: [set].flat() };
    } else {
      const response = await fetch(url, { method: form ? 'POST' : 'GET', headers, redirect: 'manual', ...(payload && { body: payload }) });
      answer = { status: response.status, location: response.headers.get('location'), body: await response.text(), cookies: response.headers.getSetCookie() };
    }
    for (const one of answer.cookies) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(one)!;
      if (value && !/max-age=0|expires=Thu, 01 Jan 1970/i.test(one)) jar.set(name!, value);
      else jar.delete(name!);
    }
    return answer;
  }
  return {
    /** The cookies that it has of this city. */
    cookies: jarOf('http://localhost'),
    /** Goes to an address and on to wherever it is sent, but not to where `until` says. */
    async go(to: string | URL, { form, until = () => false }: { form?: Record<string, string>; until?: (url: URL) => boolean } = {}): Promise<Landed> {
      let url = new URL(to, 'http://localhost');
      let sent = form;
      for (let hops = 0; hops < 20; hops++) {
        const { status, location, body } = await ask(url, sent);
        if (!location) return { status, url, body };
        url = new URL(location, url);
        sent = undefined;
        if (until(url)) return { status, url, body };
      }
      throw new Error('sent in circles');
    },
  };
}
