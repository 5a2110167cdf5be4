import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** What a real provider knows of somebody, by the name with which they sign in there. */
export type Directory = Record<string, Record<string, unknown>>;

/** A real OpenID provider on loopback, with a sign-in page of its own that takes any password. The directory may change while it runs. */
export async function realProvider(redirectUri: string, directory: Directory) {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = { client_id: 'torilla', client_secret: 'a-secret-of-the-tests' };
  const provider = new Provider(issuer, {
    clients: [{ ...client, redirect_uris: [redirectUri], grant_types: ['authorization_code'], response_types: ['code'] }],
    claims: {
      openid: ['sub'],
      email: ['email', 'email_verified'],
      profile: ['name', 'roles', 'birthdate', 'nationalIdentificationNumber', 'municipalityCode'],
    },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...directory[id] }) }),
    pkce: { required: () => true },
    cookies: { keys: ['tests'] },
    features: { devInteractions: { enabled: true } },
  });
  server.on('request', provider.callback());
  return {
    issuer,
    settings: { issuer, clientId: client.client_id, clientSecret: client.client_secret, scope: 'openid profile email' },
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
