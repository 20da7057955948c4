import type { Context } from './context.ts'

/** How long, in ms, the same person's refusals at the same route stand behind one entry, and how many are remembered. */
const rules = { windowMs: 10 * 60_000, kept: 50_000 }

export interface RefusedRoute {
  readonly method: string
  /** The pattern, `/api/reviews/:review`: what was asked for may be the number of a case that the person may not see. */
  readonly path: string
}

/** Puts on record who was refused what. */
export type RecordRefused = (context: Context, route: RefusedRoute) => Promise<void>

/** The first refusal counts, so that nobody fills the log by asking again and again. */
export function createRefusedActs(): RecordRefused {
  const told = new Map<string, number>()
  return async ({ database, actor, now }, { method, path }) => {
    const key = `${actor.personId} ${method} ${path}`
    const at = told.get(key)
    if (at !== undefined && Math.abs(now.getTime() - at) < rules.windowMs) return
    await database.transaction(actor, async (tx) => {
      await tx.recordChange({
        room: 'access',
        act: 'be-refused',
        subjectKind: 'route',
        detail: { route: `${method} ${path}` },
      })
    })
    // Deleted first, so that the map's order is that of the entries.
    told.delete(key)
    told.set(key, now.getTime())
    for (const oldest of told.keys()) {
      if (told.size <= rules.kept) break
      told.delete(oldest)
    }
  }
}
