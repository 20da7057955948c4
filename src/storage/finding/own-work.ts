import { sql, type RawBuilder } from 'kysely'

/**
 * Whether somebody has had a hand in the restoration of `f`, in whatever run: made responsible by any plan, contacted the
 * citizen or carried it out. Handing over at the last minute makes nobody else's work of it, and opening it again neither.
 */
export function hasWorked(person: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`exists (select from finding_act as w where w.finding_id = f.id
    and ((w.kind in ('contact', 'carry-out') and w.person_id = ${person})
      or (w.kind = 'plan' and w.responsible_id = ${person})))`
}

/** Whether somebody has chosen the responsible person or the due day since `f` was opened. */
export function hasPlanned(person: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`exists (select from finding_act as w where w.finding_id = f.id and w.run = f.run
    and w.kind = 'plan' and w.person_id = ${person})`
}

/** Whether somebody has proposed since `f` was opened that it is not restored, whoever did so last. */
export function hasProposed(person: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`exists (select from finding_act as w where w.finding_id = f.id and w.run = f.run
    and w.kind = 'propose' and w.person_id = ${person})`
}
