import * as openid from 'openid-client';
import type { Clock } from '../../../kernel/clock.ts';
import { SignInRefused } from './refusal.ts';

/** An OpenID Connect provider, as the environment names it. */
export interface ProviderSettings {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What is asked for, `openid` among it. */
  scope: string;
  /** The claims that must be known: those that the ID token leaves out are asked of the provider's userinfo. */
  claims: readonly string[];
  /** What else the provider is told when signing in starts, such as `acr_values`. */
  parameters?: Readonly<Record<string, string>>;
}

/** What a provider says of somebody. `sub` is theirs at this provider for ever; all else may change. */
export type Claims = Readonly<Record<string, unknown>> & { iss: string; sub: string };

/** What stands at a claim's name, or at the end of a path with dots; undefined where nothing does. */
export const claimAt = (claims: Claims, name: string): unknown =>
  name in claims ? claims[name] : name.split('.').reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], claims);

/** What must be remembered between leaving for the provider and coming back. */
export interface Remembered {
  state: string;
  nonce: string;
  verifier: string;
}

/** A provider that can be asked who somebody is: the authorization code flow with PKCE, state and nonce. */
export interface Provider {
  readonly issuer: string;
  /** The address at the provider to which the browser goes, and what must be remembered until it returns. @throws SignInRefused `provider-down` */
  begin(redirectUri: string): Promise<{ address: URL } & Remembered>;
  /** What the provider says, once its answer has passed every check. @throws SignInRefused */
  finish(answer: URL, remembered: Remembered): Promise<Claims>;
}

const TIMEOUT_SECONDS = 10;
const TOLERANCE_SECONDS = 30;
/** How long the provider's description of itself is believed, in milliseconds: one that has gone down is soon known to be. */
const DESCRIBED_MS = 60_000;

/** The provider of the settings. It is asked for its description when somebody first comes, so that a server starts without it. */
export function identityProvider({ issuer, clientId, clientSecret, scope, claims, parameters }: ProviderSettings, clock: Clock): Provider {
  let described: { configuration: openid.Configuration; until: number } | null = null;

  async function configuration(): Promise<openid.Configuration> {
    const now = clock.now().getTime();
    if (!described || described.until < now) described = { configuration: await describe(), until: now + DESCRIBED_MS };
    return described.configuration;
  }
  function describe(): Promise<openid.Configuration> {
    const metadata = { client_secret: clientSecret, [openid.clockTolerance]: TOLERANCE_SECONDS };
    const execute = [openid.enableNonRepudiationChecks, ...(issuer.startsWith('http:') ? [openid.allowInsecureRequests] : [])];
    return openid.discovery(new URL(issuer), clientId, metadata, authenticateWith(clientSecret), { execute, timeout: TIMEOUT_SECONDS });
  }
  return {
    issuer,
    begin: (redirectUri) =>
      refusing(async () => {
        const remembered = { state: openid.randomState(), nonce: openid.randomNonce(), verifier: openid.randomPKCECodeVerifier() };
        const address = openid.buildAuthorizationUrl(await configuration(), {
          ...parameters,
          redirect_uri: redirectUri,
          scope,
          state: remembered.state,
          nonce: remembered.nonce,
          code_challenge: await openid.calculatePKCECodeChallenge(remembered.verifier),
          code_challenge_method: 'S256',
        });
        return { address, ...remembered };
      }),
    finish: (answer, { state, nonce, verifier }) =>
      refusing(async () => {
        const asked = await configuration();
        const tokens = await openid.authorizationCodeGrant(asked, answer, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        const told = tokens.claims()!;
        if (told.iat > clock.now().getTime() / 1000 + TOLERANCE_SECONDS) throw new SignInRefused('provider-answer', 'issued-in-the-future');
        const missing = claims.some((name) => told[name] === undefined);
        const more = missing && asked.serverMetadata().userinfo_endpoint ? await openid.fetchUserInfo(asked, tokens.access_token, told.sub) : {};
        return { ...more, ...told };
      }),
  };
}

// by what the provider takes; where it does not say, the standard has it in the header
const authenticateWith = (secret: string): openid.ClientAuth => {
  const [post, basic] = [openid.ClientSecretPost(secret), openid.ClientSecretBasic(secret)];
  return (server, ...request) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    return (methods.includes('client_secret_basic') ? basic : post)(server, ...request);
  };
};

async function refusing<R>(work: () => Promise<R>): Promise<R> {
  try {
    return await work();
  } catch (error) {
    throw refusalOf(error);
  }
}

const AWAY = new Set(['server_error', 'temporarily_unavailable']);

/** What a fault on the way is to the person who waits: they said no themselves, the provider is away, or its answer is not to be trusted. */
function refusalOf(error: unknown): unknown {
  if (error instanceof SignInRefused) return error;
  if (error instanceof openid.AuthorizationResponseError) {
    if (error.error === 'access_denied') return new SignInRefused('cancelled', error.error);
    return new SignInRefused(AWAY.has(error.error) ? 'provider-down' : 'provider-answer', error.code);
  }
  if (error instanceof openid.ResponseBodyError) return new SignInRefused(error.status >= 500 ? 'provider-down' : 'provider-answer', error.code);
  if (error instanceof openid.WWWAuthenticateChallengeError) return new SignInRefused('provider-answer', error.code);
  if (error instanceof openid.ClientError) {
    const away = error.code === 'OAUTH_TIMEOUT' || (error.cause instanceof Response && error.cause.status >= 500);
    return new SignInRefused(away ? 'provider-down' : 'provider-answer', error.code ?? 'unknown');
  }
  // a network that fails is told by a TypeError with its cause; one without is a fault of ours
  return error instanceof TypeError && error.cause ? new SignInRefused('provider-down', 'network') : error;
}
