import type { Problem } from '../../core/language/problem.ts'
import { hideCpr } from '../../core/registry/hide-cpr.ts'
import {
  guessColumns,
  matchRegistryColumns,
  type RegistryMapping,
} from '../../core/registry/registry-columns.ts'
import { RegistryRowReader, withoutCpr, type RegistryRow } from '../../core/registry/registry-row.ts'
import { readRows, type Header } from '../../core/tabular/table.ts'
import type { UnitId } from '../../storage/ids.ts'
import type { RefusedRow, StagedRow } from '../../storage/registry/staged-row.ts'
import { FileChildren } from './file-children.ts'
import type { ImportMessage, ImportTask } from './import-message.ts'
import { findPersonalKey, openCprVault, type CprVault } from './personal-key.ts'

const rowsAtOnce = 5000
/** The refused rows of a file that are kept to be shown; all are counted. */
const keptRefused = 1000

/** Reads a file of case stages and tells what stands in it, row by row in large portions. */
export async function readImportRows(
  task: ImportTask,
  tell: (message: ImportMessage) => void,
): Promise<void> {
  const { file } = task
  const units = new Map(task.units.map(({ id, name }) => [name, id]))
  const vault = vaultOf(task)
  const children = new FileChildren(file)
  const lines = new Map<string, number>()
  const total = { rows: 0, refused: 0, open: 0 }
  let staged: StagedRow[] = []
  let refused: RefusedRow[] = []
  let reader: RegistryRowReader | undefined

  const flush = (): void => {
    if (staged.length > 0) tell({ kind: 'rows', rows: JSON.stringify(staged), count: staged.length })
    if (refused.length > 0) tell({ kind: 'refused', rows: refused })
    staged = []
    refused = []
  }
  const refuse = (line: number, problems: readonly Problem[]): void => {
    total.rows += 1
    total.refused += 1
    if (total.refused <= keptRefused) refused.push({ line, problems })
  }
  const take = (row: RegistryRow, line: number): void => {
    const { caseId, stage, unit, completed } = row.caseStage
    const key = `${stage}\t${caseId}`
    const earlier = lines.get(key)
    if (earlier !== undefined) return refuse(line, [withoutCpr(duplicate(row, earlier, file, line))])
    const cprHash = row.cpr === '' ? null : hashed(vault, row.cpr)
    const child = children.identify(row.child, cprHash, line)
    if (!child.ok) return refuse(line, child.problems)
    lines.set(key, line)
    total.rows += 1
    if (completed === '') total.open += 1
    staged.push({
      line,
      case_id: caseId,
      stage,
      unit_id: knownUnit(units, unit),
      caseworker: row.caseStage.caseworker,
      started: row.caseStage.started,
      completed: completed === '' ? null : completed,
      attributes: row.caseStage.attributes,
      child: child.value,
      cpr_hash: cprHash,
      cpr: row.cpr === '' ? null : (vault?.encrypt(row.cpr).toString('base64') ?? null),
      participants: row.participants ?? null,
    })
    if (staged.length === rowsAtOnce) flush()
  }

  const read = await readRows(task.bytes, file, {
    header: (header) => {
      const matched = matchRegistryColumns(header, task.mapping)
      const columns = header.columns.map(hideCpr)
      const mapping = hiddenNames(guessColumns(header, task.mapping))
      if (!matched.ok) {
        tell({ kind: 'unmatched', columns, mapping, problems: matched.problems.map(withoutCpr) })
        return { ok: false, problems: [] }
      }
      if (matched.value.at.cpr !== undefined && vault === undefined)
        return { ok: false, problems: [keyMissing(header)] }
      reader = new RegistryRowReader(header, matched.value, {
        units: task.units.map(({ name }) => [name]),
        stages: task.stages,
      })
      tell({ kind: 'columns', columns, mapping })
      return { ok: true, value: null }
    },
    row: (cells, line) => {
      const row = reader?.read(cells, line)
      if (row === undefined) return
      if (row.ok) take(row.value, line)
      else refuse(line, row.problems)
    },
    ragged: (problem, line) => refuse(line, [problem]),
  })
  if (!read.ok) {
    // Without problems of its own the file's columns have been told already.
    if (read.problems.length > 0) tell({ kind: 'unusable', problems: read.problems.map(withoutCpr) })
    return
  }
  const unsure = reader?.orderProblems() ?? []
  if (unsure.length > 0) {
    tell({ kind: 'unusable', problems: unsure })
    return
  }
  flush()
  tell(total.rows === 0 ? { kind: 'unusable', problems: [noRows(file)] } : { kind: 'end', ...total })
}

function vaultOf({ personalKey, municipality }: ImportTask): CprVault | undefined {
  const key = personalKey && findPersonalKey(Buffer.from(personalKey).toString('hex'))
  return key && openCprVault(key, municipality)
}

function hashed(vault: CprVault | undefined, cpr: string): string {
  if (vault === undefined) throw new Error('a CPR number was read without a key')
  return vault.hash(cpr).toString('hex')
}

function knownUnit(units: ReadonlyMap<string, UnitId>, name: string): UnitId {
  const id = units.get(name)
  if (id === undefined) throw new Error('the row reader let an unknown unit pass')
  return id
}

function hiddenNames(mapping: RegistryMapping): RegistryMapping {
  return Object.fromEntries(Object.entries(mapping).map(([ours, theirs]) => [ours, hideCpr(theirs)]))
}

function duplicate({ caseStage }: RegistryRow, earlier: number, file: string, line: number): Problem {
  const { caseId, stage } = caseStage
  return {
    code: 'duplicate-case',
    text: {
      da: `Sag ${caseId} med sagstrin ${stage} står allerede i linje ${earlier}. Behold den ene række.`,
      en: `Case ${caseId} with stage ${stage} already stands in line ${earlier}. Keep one of the rows.`,
    },
    at: { file, line, column: 'case_id' },
  }
}

function noRows(file: string): Problem {
  return {
    code: 'no-rows',
    text: {
      da: 'Filen har kolonnenavne, men ingen rækker. Der er intet at importere.',
      en: 'The file has column names but no rows. There is nothing to import.',
    },
    at: { file },
  }
}

function keyMissing({ file, line }: Header): Problem {
  return {
    code: 'personal-key-missing',
    text: {
      da: 'Filen rummer CPR-numre, men serveren mangler nøglen til at kryptere dem. Sæt TILSYN_PERSONAL_KEY, eller slet kolonnen fra filen.',
      en: 'The file holds CPR numbers, but the server lacks the key to encrypt them. Set TILSYN_PERSONAL_KEY, or delete the column from the file.',
    },
    at: { file, line },
  }
}
