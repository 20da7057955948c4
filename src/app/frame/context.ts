import type { ReachOf } from '../../core/access/permissions.ts'
import type { RoleGrant } from '../../core/access/role.ts'
import type { Language } from '../../core/language/language.ts'
import type { PersonId, SessionId, UnitId } from '../../storage/ids.ts'
import type { Actor, Database, SessionMethod } from '../../storage/transaction.ts'

/** What a use case knows of a call when nobody need be signed in. */
export interface OpenContext {
  readonly database: Database
  readonly now: Date
  /** The day it is in Denmark, ISO. Roles, periods and deadlines are read by it. */
  readonly today: string
  readonly language: Language
}

/** Where something is read for somebody, or for the program itself. */
export interface Acting {
  readonly database: Database
  readonly actor: Actor
}

export interface SignedInActor extends Actor {
  readonly personId: PersonId
  readonly sessionId: SessionId
}

/** What a use case knows of a call by a signed-in person. Made anew for every request, so that a role that ended counts no more. */
export interface Context extends OpenContext {
  readonly actor: SignedInActor
  /** All grants of the person; the permission table picks those of today. */
  readonly roles: readonly RoleGrant<UnitId>[]
  /** How rights are asked for; otherwise of the permission table. */
  readonly reachOf?: ReachOf
  readonly session: SessionStanding
}

/** What is known of the session itself. */
export interface SessionStanding {
  readonly method: SessionMethod
  /** When the person last proved who they are. */
  readonly authenticatedAt: Date
  /** When it ends at the latest. */
  readonly endsAt: Date
  /** One-time codes are asked for here, and the person has none yet: they may set them up, and nothing else. */
  readonly factorMissing: boolean
  /** The password is one that somebody else gave: the person may choose their own, and nothing else. */
  readonly passwordGiven: boolean
}
