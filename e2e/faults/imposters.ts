/** An answer that somebody between the tablet and the city gives in the city's place. */
export interface Imposter {
  status: number;
  headers: Record<string, string>;
  body: string;
}

const html = (text: string): string => `<!doctype html><html lang="fi"><title>${text}</title><h1>${text}</h1>`;
const asHtml = { 'content-type': 'text/html; charset=utf-8' };
const asJson = { 'content-type': 'application/json; charset=utf-8' };

/** What networks, gateways and strangers are known to answer. None of it is the city's word. */
export const imposters = {
  'login page with 200': { status: 200, headers: asHtml, body: html('Tervetuloa torin verkkoon') },
  'redirect to a login page': { status: 302, headers: { location: 'http://kirjaudu.invalid/' }, body: '' },
  'network wants a login (511)': { status: 511, headers: asHtml, body: html('Kirjaudu verkkoon') },
  'empty 200': { status: 200, headers: {}, body: '' },
  'empty JSON with 200': { status: 200, headers: asJson, body: '' },
  'JSON of somebody else': { status: 200, headers: asJson, body: '{"status":"ok","results":[]}' },
  'JSON without data': { status: 200, headers: asJson, body: '{"data":{"pushCaptures":null}}' },
  'cut JSON': { status: 200, headers: asJson, body: '{"data":{"pushCaptures":{"requestId":"0193' },
  'too large (413)': { status: 413, headers: asHtml, body: html('Request Entity Too Large') },
  'too many (429)': { status: 429, headers: { ...asHtml, 'retry-after': '1' }, body: html('Too Many Requests') },
  'not allowed (403)': { status: 403, headers: asHtml, body: html('Forbidden') },
  'broken (500)': { status: 500, headers: asHtml, body: html('Internal Server Error') },
  'bad gateway (502)': { status: 502, headers: asHtml, body: html('Bad Gateway') },
  'busy (503)': { status: 503, headers: { ...asHtml, 'retry-after': '1' }, body: html('Service Unavailable') },
} as const satisfies Record<string, Imposter>;

/** The name of such an answer. */
export type ImposterName = keyof typeof imposters;
/** All their names. */
export const imposterNames = Object.keys(imposters) as ImposterName[];
