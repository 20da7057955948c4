import { sql, type Kysely } from 'kysely'
import type { RoleGrant } from '../core/access/role.ts'
import type { MunicipalityId, PersonId, SessionId, UnitId } from './ids.ts'
import type { Tables } from './tables/tables.ts'
import type {
  BeforeSignIn,
  FoundDueFeed,
  PendingSignIn,
  PublicRelease,
  SessionMethod,
} from './transaction.ts'

/** The functions of schema `sealed` that answer without a claim. */
export function beforeSignIn(db: Kysely<Tables>): BeforeSignIn {
  return {
    async listMunicipalities() {
      const { rows } = await sql<{ municipalityId: MunicipalityId; name: string; demo: boolean }>`
        select municipality_id as "municipalityId", name, demo from sealed.list_municipalities()`.execute(db)
      return rows
    },
    async findSession(tokenHash) {
      const { rows } = await sql<{
        municipalityId: MunicipalityId
        personId: PersonId
        sessionId: SessionId
        createdAt: Date
        lastSeenAt: Date
        expiresAt: Date
        method: SessionMethod
        authenticatedAt: Date
        factorMissing: boolean
        passwordGiven: boolean
        roles: readonly RoleGrant<UnitId>[]
      }>`
        select municipality_id as "municipalityId", person_id as "personId", session_id as "sessionId",
          created_at as "createdAt", last_seen_at as "lastSeenAt", expires_at as "expiresAt",
          method, authenticated_at as "authenticatedAt", factor_missing as "factorMissing",
          password_given as "passwordGiven", roles
        from sealed.find_session(${tokenHash})`.execute(db)
      return rows[0]
    },
    async touchSession(tokenHash) {
      await sql`select sealed.touch_session(${tokenHash})`.execute(db)
    },
    async findDueFeed(tokenHash) {
      const { rows } = await sql<FoundDueFeed>`
        select municipality_id as "municipalityId", person_id as "personId", feed_id as "feedId"
        from sealed.find_due_feed(${tokenHash})`.execute(db)
      return rows[0]
    },
    async beginSignIn(municipalityId, tokenHash, { state, nonce, verifier, goesTo, sessionHash }) {
      await sql`select sealed.begin_sign_in(${municipalityId}, ${tokenHash}, ${state}, ${nonce}, ${verifier}, ${goesTo}, ${sessionHash})`.execute(
        db,
      )
    },
    async takeSignIn(municipalityId, tokenHash) {
      const { rows } = await sql<PendingSignIn>`
        select state, nonce, verifier, goes_to as "goesTo", session_hash as "sessionHash"
        from sealed.take_sign_in(${municipalityId}, ${tokenHash})`.execute(db)
      return rows[0]
    },
    async closeSession(tokenHash) {
      await sql`select sealed.close_session(${tokenHash})`.execute(db)
    },
    async listPublicReleases(municipalityId) {
      const { rows } = await sql<PublicRelease>`
        select number, jsonb_build_object('da', title_da, 'en', title_en) as title, template, languages,
          released_at as "releasedAt", digest, corrects, correction, files
        from sealed.list_public_releases(${municipalityId})`.execute(db)
      return rows
    },
    async findPublicFile(municipalityId, { number, language, format }) {
      const { rows } = await sql<{ bytes: Uint8Array }>`
        select bytes from sealed.find_public_file(${municipalityId}, ${number}, ${language}, ${format})`.execute(
        db,
      )
      return rows[0]?.bytes
    },
  }
}
