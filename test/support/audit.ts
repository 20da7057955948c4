import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { parseProgramme } from '../../src/core/programme/parse-programme.ts'
import type { Role } from '../../src/core/access/role.ts'
import {
  getId,
  type CaseStageId,
  type MunicipalityId,
  type PersonId,
  type ProgrammeVersionId,
  type UnitId,
} from '../../src/storage/ids.ts'
import { saveProgrammeVersion } from '../../src/storage/programme/programme-version.ts'
import { toJson } from '../../src/storage/tables/column.ts'
import type { Database } from '../../src/storage/transaction.ts'
import { addPerson, addUnit } from './server.ts'

const stages = [
  'underretning',
  'boernefaglig_undersoegelse',
  'handleplan_anbringelse',
  'handleplan_forebyggelse',
  'opfoelgning_anbringelse',
  'opfoelgning_forebyggelse',
] as const
const months = ['2026-07', '2026-08', '2026-09'] as const

/** User names are the roles, with the unit where a unit has its own: `staff-lawyer`, `area-manager Nord`. */
export interface Audit {
  readonly north: UnitId
  readonly south: UnitId
  /** A department manager of Nord who took part in some of its cases, among them these. */
  readonly involved: PersonId
  readonly involvedIn: ReadonlySet<string>
  /** Case stages completed in the third quarter of 2026. */
  readonly caseStages: number
}

const perUnit: readonly Role[] = [
  'caseworker',
  'professional-coordinator',
  'department-manager',
  'area-manager',
  'unit-lawyer',
]

/**
 * Two units of eight caseworkers with two case stages a month through one quarter, everybody who reviews, and
 * bbu-2017. Enough that every level is drawn from more cases than it takes.
 */
export async function seedAudit(database: Database, municipality: MunicipalityId): Promise<Audit> {
  await addProgramme(database, municipality, 'bbu-2017')
  const north = await addUnit(database, municipality, 'Nord')
  const south = await addUnit(database, municipality, 'Syd')
  for (const [unit, name] of [
    [north, 'Nord'],
    [south, 'Syd'],
  ] as const)
    for (const role of perUnit)
      await addPerson(database, municipality, { userName: `${role} ${name}`, role, unit })
  for (const role of ['staff-lawyer', 'central-lawyer', 'director', 'administrator', 'ombudsman'] as const)
    await addPerson(database, municipality, { userName: role, role })
  const involved = await addPerson(database, municipality, {
    userName: 'involved',
    role: 'department-manager',
    unit: north,
  })
  const rows = [...caseRows(north, 'N'), ...caseRows(south, 'S')]
  const involvedIn = rows.filter((row, at) => row.unit_id === north && at % 3 === 0)
  await database.transaction({ municipalityId: municipality, personId: null }, async (tx) => {
    const { db } = await tx.recordChange({ room: 'registry', act: 'add-cases', subjectKind: 'municipality' })
    await db.insertInto('case_stage').values(rows).execute()
    await db
      .insertInto('case_stage_participant')
      .values(
        involvedIn.map(({ id }) => ({
          case_stage_id: id,
          caseworker: 'involved',
          part: 'decided' as const,
          person_id: involved,
        })),
      )
      .execute()
  })
  return {
    north,
    south,
    involved,
    involvedIn: new Set(involvedIn.map(({ case_id: caseId }) => caseId)),
    caseStages: rows.length,
  }
}

function caseRows(unit: UnitId, letter: string) {
  return Array.from({ length: 8 * months.length * 2 }, (_, at) => {
    const month = months[at % months.length] ?? months[0]
    return {
      id: getId<CaseStageId>(randomUUID()),
      case_id: `${letter}-${String(at).padStart(3, '0')}`,
      stage: stages[at % stages.length] ?? stages[0],
      unit_id: unit,
      caseworker: `${letter}${Math.floor(at / (months.length * 2))}`,
      started: `${month}-01`,
      completed: `${month}-15`,
      attributes: toJson({}),
    }
  })
}

/** A programme of the folder `programmes`, saved as a published version. */
export async function addProgramme(
  database: Database,
  municipality: MunicipalityId,
  key: string,
): Promise<void> {
  const source = await readFile(new URL(`../../programmes/${key}.yaml`, import.meta.url), 'utf8')
  const programme = parseProgramme(source, `${key}.yaml`)
  if (!programme.ok) throw new Error(`${key} is not sound`)
  await database.transaction({ municipalityId: municipality, personId: null }, async (tx) => {
    const writer = await tx.recordChange({
      room: 'programme',
      act: 'add-programme',
      subjectKind: 'programme',
    })
    const id = getId<ProgrammeVersionId>(randomUUID())
    await saveProgrammeVersion(writer, id, programme.value, source, new Date())
  })
}
