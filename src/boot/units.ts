import { addUnitAs, unitsOf } from '../app/access/units.ts'
import { unitKinds, unitName, type Unit } from '../contract/access/units.ts'
import type { Checked, Problem } from '../core/language/problem.ts'
import { refusalProblems } from './refusal-problems.ts'
import { inMunicipality, type Where } from './with-database.ts'

/** What `tilsyn unit add` does. */
export async function addUnit(
  where: Where,
  unit: { readonly name: string; readonly kind: string },
): Promise<Checked<Unit>> {
  const name = unitName.safeParse(unit.name)
  if (!name.success) return { ok: false, problems: [nameUnusable] }
  const kind = unitKinds.find((one) => one === unit.kind)
  if (kind === undefined) return { ok: false, problems: [kindUnknown] }
  return inMunicipality(where, async (database, actor) => {
    const added = await addUnitAs(database, actor, { name: name.data, kind })
    return added.ok ? added : { ok: false, problems: refusalProblems(added) }
  })
}

/** What `tilsyn unit list` does. */
export async function listUnits(where: Where): Promise<Checked<readonly Unit[]>> {
  return inMunicipality(where, async (database, actor) => ({
    ok: true,
    value: await unitsOf(database, actor),
  }))
}

const nameUnusable: Problem = {
  code: 'unit-name-unusable',
  text: {
    da: 'En enheds navn har 1 til 100 tegn.',
    en: 'The name of a unit has 1 to 100 characters.',
  },
}

const kindUnknown: Problem = {
  code: 'unit-kind-unknown',
  text: {
    da: '--kind er enten family (familieenhed) eller duty (døgnvagt).',
    en: '--kind is either family (family unit) or duty (duty unit).',
  },
}
