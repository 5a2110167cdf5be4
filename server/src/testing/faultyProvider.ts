import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';

type Answer = Record<string, unknown>;

/** What is wrong with the provider just now. */
export interface Fault {
  /** Changes what travels back through the browser. */
  back?: (answer: URLSearchParams) => void;
  /** Changes the claims of the ID token. */
  claims?: (claims: JWTPayload) => JWTPayload;
  /** How the ID token is signed, if not by the provider's own key. */
  signed?: 'by-another' | 'by-nobody';
  /** Changes what the token endpoint answers. */
  token?: (answer: Answer) => Answer;
  /** What the endpoints answer instead, by path. */
  status?: Record<string, number>;
  /** Changes what the provider says of itself. */
  description?: (description: Answer) => Answer;
}

/**
 * A thin OpenID provider on loopback that signs everybody in at once and may lie in every way that a test needs. A code is good once, and by its verifier.
 */
export async function faultyProvider() {
  const own = await generateKeyPair('RS256');
  const foreign = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(own.publicKey)), kid: 'own', alg: 'RS256', use: 'sig' };
  const codes = new Map<string, URLSearchParams>();
  const state = { fault: {} as Fault, person: { sub: 'sub-1', email: 'ulla@example.fi', name: 'Ulla U.' } as Answer, asked: [] as string[] };
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const description: Answer = {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256', 'none'],
    token_endpoint_auth_methods_supported: ['client_secret_post'],
  };
  const send = (response: ServerResponse, body: Answer, status = 200): void => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url!, issuer);
    state.asked.push(pathname);
    const status = state.fault.status?.[pathname];
    if (status) return send(response, { error: 'server_error' }, status);
    if (pathname === '/.well-known/openid-configuration') return send(response, state.fault.description?.(description) ?? description);
    if (pathname === '/jwks') return send(response, { keys: [jwk] });
    if (pathname === '/authorize') return authorize(searchParams, response);
    if (pathname === '/token') return token(new URLSearchParams((await request.toArray()).join('')), response);
    return send(response, {}, 404);
  }

  function authorize(asked: URLSearchParams, response: ServerResponse): void {
    const code = crypto.randomUUID();
    codes.set(code, asked);
    const back = new URL(asked.get('redirect_uri')!);
    back.searchParams.set('code', code);
    back.searchParams.set('state', asked.get('state')!);
    state.fault.back?.(back.searchParams);
    response.writeHead(302, { location: back.href }).end();
  }

  async function token(sent: URLSearchParams, response: ServerResponse): Promise<void> {
    const asked = codes.get(sent.get('code') ?? '');
    codes.delete(sent.get('code') ?? '');
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(sent.get('code_verifier') ?? ''));
    const isRight = asked?.get('code_challenge') === Buffer.from(digest).toString('base64url') && sent.get('client_secret') === 'secret';
    if (!asked || !isRight) return send(response, { error: 'invalid_grant' }, 400);
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: issuer, aud: 'torilla', iat: now, exp: now + 300, nonce: asked.get('nonce'), ...state.person } as JWTPayload;
    const answer = { access_token: 'access', token_type: 'Bearer', id_token: await sign(state.fault.claims?.(claims) ?? claims) };
    send(response, state.fault.token?.(answer) ?? answer);
  }

  function sign(claims: JWTPayload): Promise<string> | string {
    if (state.fault.signed === 'by-nobody') return new UnsecuredJWT(claims).encode();
    const key = state.fault.signed === 'by-another' ? foreign.privateKey : own.privateKey;
    return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'own' }).sign(key);
  }
  return {
    issuer,
    settings: { issuer, clientId: 'torilla', clientSecret: 'secret', scope: 'openid profile email' },
    state,
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
