import * as oidc from 'openid-client'
import type { ClaimRules, IdentityProvider } from '../app/access/identity-provider.ts'

export interface ProviderSettings {
  readonly municipality: string
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** The one signature algorithm that is accepted; the token's own word for it counts for nothing. */
  readonly algorithm: SigningAlgorithm
  readonly scope: string
  readonly rules: ClaimRules
  /** How strongly the provider must say that the person proved who they are; undefined: it is not looked at. */
  readonly assurance: Assurance | undefined
}

/** A claim of the ID token, such as `acr` or `amr`, of whose values one must be among those accepted. */
export interface Assurance {
  readonly claim: string
  readonly accepted: readonly string[]
}

/** Signatures by a key that only the provider has. Neither `none` nor HS256, whose key both sides know. */
export const signingAlgorithms = ['RS256', 'PS256', 'ES256', 'EdDSA'] as const
export type SigningAlgorithm = (typeof signingAlgorithms)[number]

export interface ProviderSurroundings {
  /** Where the provider sends the browser back to. */
  readonly redirectUri: string
  /** Where it sends the browser after signing out. */
  readonly afterSignOut: string
  /** Codes only, never what the provider said of a person. */
  readonly notice: (code: string, reason: string) => void
}

/** Seconds that the clocks may differ. */
const tolerance = 30
/** Seconds that may pass between a fresh proof at the provider and its return here. */
const freshAtProvider = 120
/** Seconds that the provider gets for an answer. */
const patience = 10
/** How long what the provider says of itself is believed before it is asked again. */
const believedFor = 60 * 60_000

/** A municipality's sign-in by OpenID Connect: authorization code with PKCE (RFC 7636), state and nonce. */
export function createOpenidProvider(
  settings: ProviderSettings,
  { redirectUri, afterSignOut, notice }: ProviderSurroundings,
): IdentityProvider {
  const { issuer, clientId, clientSecret, algorithm, scope, assurance } = settings
  let known: { readonly configuration: oidc.Configuration; readonly at: number } | undefined
  let asking: Promise<void> | undefined

  async function discover(): Promise<void> {
    const metadata: Partial<oidc.ClientMetadata> = {
      client_secret: clientSecret,
      id_token_signed_response_alg: algorithm,
      redirect_uris: [redirectUri],
      [oidc.clockTolerance]: tolerance,
    }
    const execute = [oidc.enableNonRepudiationChecks]
    // Deprecated by the library to be noticed: the settings allow http on this very machine only.
    if (issuer.startsWith('http:')) execute.push(oidc.allowInsecureRequests)
    try {
      const configuration = await oidc.discovery(
        new URL(issuer),
        clientId,
        metadata,
        oidc.ClientSecretBasic(clientSecret),
        { execute, timeout: patience },
      )
      known = { configuration, at: Date.now() }
    } catch (error) {
      notice('sign-in-provider-unavailable', reasonOf(error))
    }
  }

  /** What was discovered; asks when nothing was, or long ago. A provider that is down keeps its last word. */
  async function configured(): Promise<oidc.Configuration | undefined> {
    if (known === undefined || Date.now() - known.at > believedFor) {
      asking ??= discover().finally(() => (asking = undefined))
      await asking
    }
    return known?.configuration
  }
  void configured()

  return {
    municipality: settings.municipality,
    rules: settings.rules,
    async addressFor({ state, nonce, verifier }, again) {
      const configuration = await configured()
      if (configuration === undefined) return undefined
      return oidc.buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        scope,
        state,
        nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        // Only of `acr` can a provider be asked for a value (OpenID Connect Core, 3.1.2.1).
        ...(assurance?.claim === 'acr' && { acr_values: assurance.accepted.join(' ') }),
        ...(again && { prompt: 'login', max_age: '0' }),
      }).href
    },
    async identify(query, { state, nonce, verifier }, again) {
      const configuration = await configured()
      if (configuration === undefined) return 'unavailable'
      const address = new URL(redirectUri)
      address.search = query
      try {
        const answer = await oidc.authorizationCodeGrant(configuration, address, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
          ...(again && { maxAge: freshAtProvider }),
        })
        const claims = answer.claims()
        if (claims === undefined) return 'refused'
        if (assurance !== undefined && !isAssured(claims, assurance)) {
          notice('sign-in-at-provider-refused', 'TILSYN_ASSURANCE')
          return 'too-weak'
        }
        const all = await completed(configuration, answer.access_token, claims, settings.rules)
        return { issuer: claims.iss, subject: claims.sub, claims: all }
      } catch (error) {
        const reason = reasonOf(error)
        notice('sign-in-at-provider-refused', reason)
        return unreachable(error) ? 'unavailable' : 'refused'
      }
    },
    signOutAddress() {
      const configuration = known?.configuration
      if (configuration?.serverMetadata().end_session_endpoint === undefined) return undefined
      // Without id_token_hint: it would put the person's name into an address, and would have to be kept until then.
      return oidc.buildEndSessionUrl(configuration, { post_logout_redirect_uri: afterSignOut }).href
    },
  }
}

/** By the signed token alone: what the provider tells elsewhere is about the person and not about this sign-in. */
function isAssured(claims: oidc.IDToken, { claim, accepted }: Assurance): boolean {
  const said = Object.hasOwn(claims, claim) ? claims[claim] : undefined
  const values: readonly unknown[] = Array.isArray(said) ? said : [said]
  return values.some((value) => accepted.some((one) => one === value))
}

/** Claims that the signed token lacks, from where the provider tells the rest (OpenID Connect Core, 5.3); the token's own word wins. */
async function completed(
  configuration: oidc.Configuration,
  accessToken: string,
  claims: oidc.IDToken,
  { person, roles }: ClaimRules,
): Promise<Readonly<Record<string, unknown>>> {
  const wanted = [
    person.claim,
    ...(roles === undefined ? [] : [roles.claim, roles.nameClaim, roles.initialsClaim]),
  ]
  const complete = wanted.every((name) => Object.hasOwn(claims, name))
  if (complete || configuration.serverMetadata().userinfo_endpoint === undefined) return claims
  return { ...(await oidc.fetchUserInfo(configuration, accessToken, claims.sub)), ...claims }
}

/** The library's code and the one of what caused it; never a text, which may quote the token. */
function reasonOf(error: unknown): string {
  const codes: string[] = []
  for (let at = error; at instanceof Error && codes.length < 4; at = at.cause)
    codes.push('code' in at && typeof at.code === 'string' ? at.code : at.name)
  return codes.join(' ')
}

/** No answer came at all, as opposed to one that was not accepted. */
function unreachable(error: unknown): boolean {
  for (let at = error, depth = 0; at instanceof Error && depth < 4; at = at.cause, depth += 1) {
    if (at.name === 'TimeoutError' || at.name === 'AbortError') return true
    if ('code' in at && /^(?:OAUTH_TIMEOUT|ECONN\w+|ENOTFOUND|EAI_AGAIN|UND_ERR_\w+)$/.test(String(at.code)))
      return true
  }
  return false
}
