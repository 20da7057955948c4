import { randomUUID } from 'node:crypto'
import type { Unit } from '../../contract/access/units.ts'
import { findUnitNamed, insertUnit, listUnitsByName, renameUnit } from '../../storage/access/units.ts'
import { findId, getId, type UnitId } from '../../storage/ids.ts'
import type { Actor, Database } from '../../storage/transaction.ts'
import { isUniqueViolation } from '../../storage/unique-violation.ts'
import { authorise } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'

export async function listUnits(context: Context): Promise<Result<{ units: readonly Unit[] }>> {
  const granted = authorise(context, 'unit.read')
  if (!granted.ok) return granted
  return done({ units: await unitsOf(context.database, context.actor) })
}

/** For the command line too, whose right is access to the database. */
export async function unitsOf(database: Database, actor: Actor): Promise<readonly Unit[]> {
  return database.transaction(actor, ({ reader }) => listUnitsByName(reader))
}

export async function addUnit(context: Context, unit: Omit<Unit, 'id'>): Promise<Result<Unit>> {
  const granted = authorise(context, 'unit.manage')
  return granted.ok ? addUnitAs(context.database, context.actor, unit) : granted
}

/** Adds a unit for whoever may: an administrator on the web, or the command line. */
export async function addUnitAs(
  database: Database,
  actor: Actor,
  { name, kind }: Omit<Unit, 'id'>,
): Promise<Result<Unit, 'unit-exists'>> {
  return exclusively(() =>
    database.transaction(actor, async (tx) => {
      if ((await findUnitNamed(tx.reader, name)) !== undefined) return refused('unit-exists')
      const id = getId<UnitId>(randomUUID())
      const writer = await tx.recordChange({
        room: 'access',
        act: 'add-unit',
        subjectKind: 'unit',
        subjectId: id,
        detail: { kind },
      })
      await insertUnit(writer, { id, name, kind })
      return done({ id, name, kind })
    }),
  )
}

export async function giveUnitName(context: Context, unit: string, name: string): Promise<Result<Unit>> {
  const granted = authorise(context, 'unit.manage')
  if (!granted.ok) return granted
  return exclusively(() =>
    context.database.transaction(context.actor, async (tx): Promise<Result<Unit>> => {
      const id = findId<UnitId>(unit)
      const known = (await listUnitsByName(tx.reader)).find((one) => one.id === id)
      if (known === undefined) return refused('not-found')
      const taken = await findUnitNamed(tx.reader, name)
      if (taken !== undefined && taken !== known.id) return refused('unit-exists')
      if (name === known.name) return done(known)
      const writer = await tx.recordChange({
        room: 'access',
        act: 'rename-unit',
        subjectKind: 'unit',
        subjectId: known.id,
        detail: { kind: known.kind },
      })
      await renameUnit(writer, known.id, name)
      return done({ ...known, name })
    }),
  )
}

/** Of two who take the same name at the same time, the second learns it from the database. */
async function exclusively<T>(work: () => Promise<T>): Promise<T | ReturnType<typeof unitExists>> {
  try {
    return await work()
  } catch (error) {
    if (isUniqueViolation(error, 'unit_municipality_id_name_key')) return unitExists()
    throw error
  }
}

function unitExists() {
  return refused('unit-exists')
}
