import { timingSafeEqual } from 'node:crypto'
import { findId, type MunicipalityId, type PersonId } from '../../storage/ids.ts'
import type { Context, OpenContext } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { recordFailedSignIn } from './failed-sign-in.ts'
import type { IdentityProvider } from './identity-provider.ts'
import { personOfIdentity } from './person-of-identity.ts'
import { renewSession } from './renew-session.ts'
import type { SessionLimits } from './session-limits.ts'
import { newToken, tokenHash, type RandomBytes } from './session-token.ts'
import { chosenMunicipality } from './sign-in.ts'
import { startSession, type StartedSession } from './start-session.ts'

export interface ProviderMeans {
  readonly providers: readonly IdentityProvider[]
  readonly limits: SessionLimits
  readonly randomBytes: RandomBytes
}

export interface Departure {
  /** Where the browser goes. */
  readonly address: string
  /** For the browser's cookie: only the browser that left can come back. */
  readonly ticket: string
}

/** Finds the provider of a municipality. */
async function findProvider(
  open: OpenContext,
  municipalityId: MunicipalityId,
  providers: readonly IdentityProvider[],
): Promise<IdentityProvider | undefined> {
  const all = await open.database.beforeSignIn.listMunicipalities()
  const name = all.find((one) => one.municipalityId === municipalityId)?.name
  return providers.find((one) => one.municipality === name)
}

/** Begins a sign-in at the municipality's provider, or for who is signed in (`caller`) a fresh proof of who they are. */
export async function leaveForProvider(
  open: OpenContext,
  asked: {
    readonly municipality: string | undefined
    readonly goesTo: string
    /** Of who must prove again who they are, with their session's token. */
    readonly caller: { readonly context: Context; readonly token: string } | undefined
  },
  { providers, randomBytes }: ProviderMeans,
): Promise<Result<Departure, 'municipality-missing' | 'provider-missing' | 'provider-unavailable'>> {
  const municipalityId =
    asked.caller?.context.actor.municipalityId ?? (await chosenMunicipality(open, asked.municipality))
  if (municipalityId === undefined) return refused('municipality-missing')
  const provider = await findProvider(open, municipalityId, providers)
  if (provider === undefined) return refused('provider-missing')
  const challenge = {
    state: newToken(randomBytes),
    nonce: newToken(randomBytes),
    verifier: newToken(randomBytes),
  }
  const address = await provider.addressFor(challenge, asked.caller !== undefined)
  if (address === undefined) return { ...refused('provider-unavailable'), retryAfterSeconds: 30 }
  const token = newToken(randomBytes)
  await open.database.beforeSignIn.beginSignIn(municipalityId, tokenHash(token), {
    ...challenge,
    goesTo: asked.goesTo,
    sessionHash: asked.caller === undefined ? null : tokenHash(asked.caller.token),
  })
  return done({ address, ticket: `${municipalityId}.${token}` })
}

export interface Arrival {
  /** What the browser's cookie holds; untrusted like the rest. */
  readonly ticket: string | undefined
  /** The part of the address after the question mark. */
  readonly query: string
  /** Token of the session the browser has. */
  readonly before: string | undefined
  readonly caller: Context | undefined
}

type Refusals =
  'sign-in-refused' | 'sign-in-too-weak' | 'provider-unavailable' | 'account-unknown' | 'no-role'

/** Ends a sign-in that comes back from the provider. */
export async function returnFromProvider(
  open: OpenContext,
  { ticket, query, before, caller }: Arrival,
  means: ProviderMeans,
): Promise<Result<StartedSession & { readonly goesTo: string }, Refusals>> {
  const [, municipality, token] = /^([0-9a-f-]{36})\.([\w-]{43})$/.exec(ticket ?? '') ?? []
  const municipalityId = municipality === undefined ? undefined : findId<MunicipalityId>(municipality)
  if (municipalityId === undefined || token === undefined) return refused('sign-in-refused')
  const pending = await open.database.beforeSignIn.takeSignIn(municipalityId, tokenHash(token))
  const provider = await findProvider(open, municipalityId, means.providers)
  if (pending === undefined || provider === undefined) return refused('sign-in-refused')
  const { goesTo, sessionHash } = pending
  const identity = await provider.identify(query, pending, sessionHash !== null)
  if (identity === 'unavailable') return { ...refused('provider-unavailable'), retryAfterSeconds: 30 }
  const failed = async <Refusal extends Exclude<Refusals, 'provider-unavailable'>>(
    refusal: Refusal,
    personId?: PersonId,
  ) => {
    await recordFailedSignIn(open, { municipalityId, personId }, refusal)
    return refused(refusal)
  }
  if (identity === 'refused') return failed('sign-in-refused')
  if (identity === 'too-weak') return failed('sign-in-too-weak')
  const found = await personOfIdentity(open, municipalityId, identity, provider.rules)
  if (!found.ok) return failed(found.refusal)
  const personId = found.value
  if (sessionHash === null) {
    const how = { act: 'sign-in', method: 'provider', before } as const
    return done({ ...(await startSession(open, { municipalityId, personId }, how, means)), goesTo })
  }
  // The very session that asked, and its own person: nobody proves anything for another.
  const same =
    caller?.actor.personId === personId &&
    before !== undefined &&
    timingSafeEqual(tokenHash(before), sessionHash)
  if (!same) return failed('sign-in-refused', personId)
  const renewal = { act: 'step-up', before, alone: false, randomBytes: means.randomBytes } as const
  return done({ ...(await renewSession(caller, renewal)), goesTo })
}
