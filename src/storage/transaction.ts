import type { Kysely } from 'kysely'
import type { RoleGrant } from '../core/access/role.ts'
import type { Language, LocalText } from '../core/language/language.ts'
import type { ReleaseTemplate } from '../core/report/release.ts'
import type { DueFeedId, MunicipalityId, PersonId, SessionId, UnitId } from './ids.ts'
import type { LogDetail, Room } from './tables/access.ts'
import type { Tables } from './tables/tables.ts'

/** On whose behalf a transaction runs. `personId` null: before sign-in, or the program itself (demo, purge). */
export interface Actor {
  readonly municipalityId: MunicipalityId
  readonly personId: PersonId | null
  readonly sessionId?: SessionId
}

/** A look at personal data. `subjectId` is absent for lists; then `detail` holds the filter. */
export interface AccessEntry {
  /** What was done, kebab-case, e.g. `open-review`. */
  readonly act: string
  readonly subjectKind: string
  readonly subjectId?: string
  /** Codes and ids only. */
  readonly detail?: LogDetail
}

/** An act that changes something. */
export interface ChangeEntry extends AccessEntry {
  readonly room: Room
}

/** The part of Kysely that only reads; raw `sql` can be executed on it too. */
export type ReadingKysely = Pick<
  Kysely<Tables>,
  'selectFrom' | 'selectNoFrom' | 'with' | 'withRecursive' | 'fn' | 'case' | 'dynamic' | 'getExecutor'
>

declare const personal: unique symbol
declare const writing: unique symbol

/** Reads what is not personal: programmes, rounds, draws, tallies. */
export interface Reader {
  readonly db: ReadingKysely
}

/** Reads personal data too. Only `recordAccess` gives one, so the look is on record before it happens. */
export interface PersonalReader extends Reader {
  readonly [personal]: true
}

/** Writes. Only `recordChange` gives one, so no write can do without its entry in the same transaction. */
export interface Writer extends Reader {
  readonly db: Kysely<Tables>
  readonly [writing]: true
}

export interface Transaction {
  readonly actor: Actor
  readonly reader: Reader
  recordAccess(entry: AccessEntry): Promise<PersonalReader>
  recordChange(entry: ChangeEntry): Promise<Writer>
  /** Cases that the answer shows without saying `caseId`, e.g. a file. The others are found in what the work returns. */
  shows(cases: Iterable<string>): void
  /**
   * Inserts many rows at the speed of few statements. `rows` hold the values in the order of `columns`; JSON columns
   * take text from `toJson`. Returns the number of rows.
   */
  copy<T extends keyof Tables>(
    writer: Writer,
    table: T,
    columns: readonly (keyof Tables[T] & string)[],
    rows: Iterable<readonly unknown[]> | AsyncIterable<readonly unknown[]>,
  ): Promise<number>
}

export interface TransactionOptions {
  /** `repeatable read` where several queries must see one moment, e.g. a report. Default `read committed`. */
  readonly isolation?: 'read committed' | 'repeatable read' | 'serializable'
  /**
   * For what is asked often by statements whose best plan is the same whatever they ask for: each is planned once a connection
   * instead of each time, which costs more than carrying it out where many tables with row-level security are joined.
   */
  readonly plans?: 'once'
  /** For imports and demo data, which run for minutes. */
  readonly long?: boolean
  /** The cases that the work returns are calculated with and not shown, so nobody saw them. */
  readonly shows?: 'sums'
}

export interface Database {
  /**
   * Runs `work` in one transaction as `actor` and resolves after the commit; a throw rolls back. After a deadlock or
   * serialization failure the work runs again, so it must have no effects outside the database.
   */
  transaction<T>(
    actor: Actor,
    work: (tx: Transaction) => Promise<T>,
    options?: TransactionOptions,
  ): Promise<T>
  /**
   * Carries out a request at most once under its key. `work` gets a database whose transactions are all parts of one,
   * so that the key is kept exactly when the act is; a refusal (`kept: false`) leaves the key free. Asked again, the
   * kept reply comes back and `work` does not run; `other` when the key was used for another request.
   */
  once<T>(
    actor: Actor & { readonly personId: PersonId },
    request: KeyedRequest,
    work: (
      database: Database,
    ) => Promise<{ readonly kept: boolean; readonly reply: unknown; readonly result: T }>,
  ): Promise<Once<T>>
  /** What must be known before a municipality is: see `BeforeSignIn`. */
  readonly beforeSignIn: BeforeSignIn
  /** What is visible now (`pg_snapshot`): the same text twice means that nothing was committed in between. */
  snapshot(): Promise<string>
  /** True when the database answers. */
  alive(): Promise<boolean>
  close(): Promise<void>
}

/** A request that its client names, so that it can be sent again without being carried out again. */
export interface KeyedRequest {
  readonly key: string
  /** SHA-256 of all that the request says. */
  readonly digest: Uint8Array
}

export type Once<T> =
  | { readonly kind: 'done'; readonly result: T }
  | { readonly kind: 'again'; readonly reply: unknown }
  | { readonly kind: 'other' }

/** How a person proved who they are: a local account, the municipality's own account, or chosen in the demo. */
export type SessionMethod = 'password' | 'provider' | 'demo'

/** What must be remembered between leaving for the municipality's sign-in and coming back. */
export interface PendingSignIn {
  readonly state: string
  readonly nonce: string
  /** Of PKCE (RFC 7636). */
  readonly verifier: string
  /** Path in the client. */
  readonly goesTo: string
  /** The session whose person proves again who they are; null: a new sign-in. */
  readonly sessionHash: Uint8Array | null
}

export interface FoundSession {
  readonly municipalityId: MunicipalityId
  readonly personId: PersonId
  readonly sessionId: SessionId
  readonly createdAt: Date
  readonly lastSeenAt: Date
  readonly expiresAt: Date
  readonly method: SessionMethod
  /** When the person last proved who they are. */
  readonly authenticatedAt: Date
  /** The municipality asks for one-time codes, and this person has none yet. */
  readonly factorMissing: boolean
  /** The password is one that somebody else gave. */
  readonly passwordGiven: boolean
  /** All that the person has had or has, oldest first; which of them count today is core's question. */
  readonly roles: readonly RoleGrant<UnitId>[]
}

/** A report that everybody may read. */
export interface PublicRelease {
  readonly number: string
  readonly title: LocalText
  readonly template: ReleaseTemplate
  readonly languages: readonly Language[]
  readonly releasedAt: Date
  /** SHA-256 of the report as it was handed over. */
  readonly digest: Uint8Array
  /** The number of the release that this one corrects. */
  readonly corrects: string | null
  readonly correction: LocalText | null
  readonly files: readonly ReleaseFile[]
}

export interface ReleaseFile {
  readonly language: Language
  readonly format: string
  /** Bytes. */
  readonly size: number
  /** SHA-256, hexadecimal. */
  readonly digest: string
}

export interface FoundDueFeed {
  readonly municipalityId: MunicipalityId
  readonly personId: PersonId
  readonly feedId: DueFeedId
}

/** The narrow openings in the tenant boundary; each is one function of schema `sealed`. Hashes are SHA-256 (32 bytes). */
export interface BeforeSignIn {
  listMunicipalities(): Promise<
    readonly { readonly municipalityId: MunicipalityId; readonly name: string; readonly demo: boolean }[]
  >
  findSession(tokenHash: Uint8Array): Promise<FoundSession | undefined>
  touchSession(tokenHash: Uint8Array): Promise<void>
  /** Whose calendar of due days an address is. */
  findDueFeed(tokenHash: Uint8Array): Promise<FoundDueFeed | undefined>
  closeSession(tokenHash: Uint8Array): Promise<void>
  /** Released public editions of a municipality, the newest first; none of a municipality that does not exist. */
  listPublicReleases(municipalityId: MunicipalityId): Promise<readonly PublicRelease[]>
  /** A file of one of them. */
  findPublicFile(
    municipalityId: MunicipalityId,
    wanted: { readonly number: string; readonly language: Language; readonly format: string },
  ): Promise<Uint8Array | undefined>
  beginSignIn(municipalityId: MunicipalityId, tokenHash: Uint8Array, pending: PendingSignIn): Promise<void>
  /** Each is given out once, within ten minutes. */
  takeSignIn(municipalityId: MunicipalityId, tokenHash: Uint8Array): Promise<PendingSignIn | undefined>
}
