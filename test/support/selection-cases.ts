import { randomUUID } from 'node:crypto'
import { getId, type CaseStageId, type MunicipalityId, type UnitId } from '../../src/storage/ids.ts'
import { toJson } from '../../src/storage/tables/column.ts'
import type { Database } from '../../src/storage/transaction.ts'
import { addProgramme } from './audit.ts'

/** One case of its own, with the columns that the programmes of the folder ask about. */
interface Row {
  readonly case_id: string
  readonly stage: string
  readonly started?: string
  readonly completed: string
  readonly attributes?: Readonly<Record<string, string>>
}

const day = (month: string, at: number) => `${month}-${String(at + 1).padStart(2, '0')}`
const decision = (id: number, completed: string, change: Record<string, string> = {}): Row => ({
  case_id: `E-${id}`,
  stage: 'afgoerelse',
  completed,
  attributes: {
    afgørelse: 'anbringelse',
    alder: '10',
    familie: '',
    verserende: 'ja',
    behandlet_i_ankestyrelsen: 'nej',
    kun_fysisk_handicap: 'nej',
    handlekommune_siden: '2014-01-01',
    ...change,
  },
})

const rows: readonly Row[] = [
  ...Array.from({ length: 8 }, (_, at) => decision(at, day('2017-02', at))),
  decision(8, '2017-09-01', { behandlet_i_ankestyrelsen: 'ja' }),
  decision(9, '2017-09-02', { alder: '18' }),
  decision(10, '2017-09-03', { familie: 'F', alder: '5' }),
  decision(11, '2017-03-03', { familie: 'F', alder: '6' }),
  ...[12, 13, 14].map((id) => decision(id, day('2015-02', id))),
  ...['2019-01', '2019-02'].flatMap((month, of) =>
    Array.from({ length: of === 0 ? 9 : 3 }, (_, at) => ({
      case_id: `M-${month}-${at}`,
      stage: 'merudgifter',
      completed: day(month, at),
    })),
  ),
  ...Array.from({ length: 24 }, (_, at) => ({
    case_id: `R-${at}`,
    stage: 'opfoelgning',
    completed: day('2018-05', at),
    attributes: { risiko: at === 0 ? '0' : String(at).replace(/$/u, ',5') },
  })),
  ...Array.from({ length: 10 }, (_, at) => ({
    case_id: `P-${at}`,
    stage: 'sikkerhedsplan',
    started: '2017-05-01',
    completed: '2017-12-31',
    attributes: { aktiv: at < 8 ? 'ja' : 'nej' },
  })),
]

/** The programmes that show the other selections, and cases of one unit for each: enough to tell taken from left. */
export async function addSelectionCases(
  database: Database,
  municipality: MunicipalityId,
  unit: UnitId,
): Promise<void> {
  for (const key of ['ankestyrelsen-external', 'extra-costs', 'risk-based', 'safety-plans-census'])
    await addProgramme(database, municipality, key)
  await database.transaction({ municipalityId: municipality, personId: null }, async (tx) => {
    const { db } = await tx.recordChange({ room: 'registry', act: 'add-cases', subjectKind: 'municipality' })
    const values = rows.map(({ attributes = {}, started, completed, ...row }) => ({
      ...row,
      id: getId<CaseStageId>(randomUUID()),
      unit_id: unit,
      caseworker: 'N1',
      started: started ?? completed,
      completed,
      attributes: toJson(attributes),
    }))
    await db.insertInto('case_stage').values(values).execute()
  })
}

/** Periods that hold the cases of each programme. */
export const selectionRounds = {
  newest: { programme: 'ankestyrelsen-external', periodFrom: '2014-01-01', periodTo: '2017-11-30' },
  passed: { programme: 'extra-costs', periodFrom: '2019-01-01', periodTo: '2019-03-31' },
  risky: { programme: 'risk-based', periodFrom: '2018-05-01', periodTo: '2018-05-31' },
  census: { programme: 'safety-plans-census', periodFrom: '2017-01-01', periodTo: '2017-12-31' },
} as const
