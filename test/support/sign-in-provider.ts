import {
  constants,
  createHmac,
  createPublicKey,
  generateKeyPairSync,
  sign,
  type KeyObject,
} from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'
import type { ClaimRules } from '../../src/app/access/identity-provider.ts'
import type { Assurance, ProviderSettings } from '../../src/boot/openid-provider.ts'

export interface TokenParts {
  header: Record<string, unknown>
  claims: Record<string, unknown>
}

/** Changes an ID token on its way out, as an attacker in the provider's place would. */
export type Forge = (parts: TokenParts, signing: Signing) => string

export interface Signing {
  /** Signs with the provider's own key, which it publishes. */
  sign(parts: TokenParts): string
  /** Signs with a key of the same name that it does not publish. */
  signWithOther(parts: TokenParts): string
  /** HS256 with the published key's text as the secret. */
  signWithPublicKey(parts: TokenParts): string
}

export interface SignInProvider {
  readonly issuer: string
  /** Claims by the login that is typed; the subject is the login. */
  readonly people: Map<string, Record<string, unknown>>
  forge: Forge | undefined
  settings(municipality: string, rules?: Partial<ClaimRules>, assurance?: Assurance): ProviderSettings
  /** Closes its port; opened again it is the same. */
  stop(): Promise<void>
  start(): Promise<void>
}

const clientId = 'tilsyn'
const clientSecret = 'only-for-tests-0123456789abcdef'

/** A real OpenID provider (`oidc-provider`) on loopback, with its development login. */
export async function startSignInProvider(
  redirectUri: string,
  afterSignOut: string,
): Promise<SignInProvider> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
  const signing: Signing = {
    sign: (parts) => signed(parts, privateKey),
    signWithOther: (parts) => signed(parts, other),
    signWithPublicKey: (parts) => macked(parts, createPublicKey(privateKey)),
  }
  const people = new Map<string, Record<string, unknown>>()
  // The issuer's name holds the port, so the port comes first.
  let server: Server = createServer()
  await listen(server, 0)
  // A server that listens on TCP has an AddressInfo.
  const { port } = server.address() as AddressInfo
  const issuer = `http://localhost:${port}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [redirectUri],
        post_logout_redirect_uris: [afterSignOut],
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['only-for-tests'] },
    claims: { openid: ['sub'], profile: ['name', 'preferred_username', 'initials', 'groups', 'email'] },
    // Otherwise the claims of `profile` come from the userinfo endpoint only; those named `-userinfo` do here.
    conformIdTokenClaims: false,
    findAccount: (_context, sub) => ({
      accountId: sub,
      claims: (use) => {
        const claims = people.get(sub) ?? {}
        return use === 'id_token' && claims['userinfoOnly'] === true ? { sub } : { ...claims, sub }
      },
    }),
  })
  const made: SignInProvider = {
    issuer,
    people,
    forge: undefined,
    settings: (municipality, rules = {}, assurance) => ({
      assurance,
      municipality,
      issuer,
      clientId,
      clientSecret,
      algorithm: 'RS256',
      scope: 'openid profile',
      rules: { person: { claim: 'preferred_username', by: 'user-name' }, roles: undefined, ...rules },
    }),
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
    async start() {
      server = createServer(provider.callback())
      await listen(server, port)
    },
  }
  provider.use(async (context, next) => {
    await next()
    const body: unknown = context.body
    if (made.forge === undefined || context.path !== '/token') return
    if (typeof body !== 'object' || body === null || !('id_token' in body)) return
    context.body = { ...body, id_token: made.forge(partsOf(String(body.id_token)), signing) }
  })
  server.on('request', provider.callback())
  return made
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve) => {
    server.listen(port, 'localhost', resolve)
  })
}

function partsOf(token: string): TokenParts {
  const [header = '', claims = ''] = token.split('.')
  const read = (part: string): Record<string, unknown> =>
    // The provider's own JSON: an object in both parts.
    JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>
  return { header: read(header), claims: read(claims) }
}

/** The two first parts of a token. */
export function unsigned({ header, claims }: TokenParts): string {
  const write = (part: unknown): string => Buffer.from(JSON.stringify(part)).toString('base64url')
  return `${write(header)}.${write(claims)}`
}

function signed(parts: TokenParts, key: KeyObject): string {
  const text = unsigned(parts)
  const padding =
    parts.header['alg'] === 'PS256' ? constants.RSA_PKCS1_PSS_PADDING : constants.RSA_PKCS1_PADDING
  return `${text}.${sign('sha256', Buffer.from(text), { key, padding, saltLength: 32 }).toString('base64url')}`
}

function macked(parts: TokenParts, key: KeyObject): string {
  const text = unsigned(parts)
  const secret = key.export({ type: 'spki', format: 'pem' })
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`
}

/** A person's browser at the provider: signs in by its forms and returns the address it is sent back to. */
export async function walkProvider(address: string, login: string, redirectUri: string): Promise<string> {
  const cookies = new Map<string, string>()
  let at = address
  let form: URLSearchParams | undefined
  for (let step = 0; step < 15; step += 1) {
    if (at.startsWith(redirectUri)) return at
    const answer: Response = await fetch(at, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form !== undefined && { method: 'POST', body: form }),
    })
    form = undefined
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      cookies.set(name, value)
    }
    const next = answer.headers.get('location')
    const text = await answer.text()
    if (next !== null) at = new URL(next, at).href
    else {
      const prompt = /name="prompt" value="(\w+)"/.exec(text)?.[1]
      if (prompt === undefined)
        throw new Error(`the provider showed no form: ${answer.status} ${text.slice(0, 300)}`)
      form = new URLSearchParams(prompt === 'login' ? { prompt, login, password: 'any' } : { prompt })
    }
  }
  throw new Error('the provider sent the browser round in circles')
}
