import type { Checked, Problem } from '../../language/problem.ts'
import { readTable } from '../../tabular/table.ts'
import { decodeTextBytes } from '../../tabular/text-bytes.ts'
import { checkCounts, checkParts } from './check-counts.ts'
import { checkLevels } from './check-levels.ts'
import { checkFractions, checkShares } from './check-shares.ts'
import { checkSpans } from './check-spans.ts'
import { figuresOfRounds } from './figures-of-rounds.ts'
import { figuresOfRows, rowsOfYaml } from './figures-of-rows.ts'
import { readFiguresYaml } from './read-figures-yaml.ts'
import { rowsOfTable } from './rows-of-table.ts'
import { sharesOfCounts } from './shares-of-counts.ts'
import type { PrintedFigures } from './printed-figures.ts'

/** What was looked at and what cannot be. Findings are problems of the print, in the file's order. */
export interface FiguresCheck {
  readonly figures: number
  readonly findings: readonly Problem[]
}

/**
 * Printed figures that cannot be: percentages that no count of the sample gives, dates and totals that contradict each
 * other, one thing counted differently, parts above their whole, levels above the level they were drawn from. Reads YAML, or CSV and XLSX with `label, percent, n`.
 */
export async function checkFigures(bytes: Uint8Array, file: string): Promise<Checked<FiguresCheck>> {
  const read = /\.(?:ya?ml|json)$/iu.test(file) ? readYaml(bytes, file) : await readRowsFile(bytes, file)
  if (!read.ok) return read
  const { shares, fractions, spans, counts, parts, levels } = read.value
  const figures = shares.length + spans.length + counts.length + parts.length + levels.length
  if (figures === 0) return { ok: false, problems: [nothingToCheck(file)] }
  const findings = [
    ...checkShares(shares, file),
    ...checkFractions(fractions, file),
    ...checkSpans(spans, file),
    ...checkCounts(counts, file),
    ...checkParts(parts, file),
    ...checkLevels(levels, file),
  ].sort((a, b) => (a.at?.line ?? 0) - (b.at?.line ?? 0))
  return { ok: true, value: { figures, findings } }
}

function readYaml(bytes: Uint8Array, file: string): Checked<PrintedFigures> {
  const decoded = decodeTextBytes(bytes, file)
  if (!decoded.ok) return decoded
  const root = readFiguresYaml(new TextDecoder().decode(decoded.value.bytes), file)
  if (!root.ok) return root
  const rounds = figuresOfRounds(root.value)
  const made = sharesOfCounts(root.value)
  const rows = figuresOfRows(rowsOfYaml(root.value))
  return {
    ok: true,
    value: {
      shares: [...rounds.shares, ...made.shares, ...rows.shares],
      fractions: [...rounds.fractions, ...made.fractions, ...rows.fractions],
      spans: rounds.spans,
      counts: [...rounds.counts, ...rows.counts],
      parts: rounds.parts,
      levels: rounds.levels,
    },
  }
}

async function readRowsFile(bytes: Uint8Array, file: string): Promise<Checked<PrintedFigures>> {
  const table = await readTable(bytes, file)
  if (!table.ok) return table
  const rows = rowsOfTable(table.value)
  return rows.ok ? { ok: true, value: figuresOfRows(rows.value) } : rows
}

function nothingToCheck(file: string): Problem {
  return {
    code: 'no-figures',
    text: {
      da: 'Filen indeholder ingen tal, der kan kontrolleres. Skriv rækker med label, percent og n.',
      en: 'The file holds no figures that can be checked. Write rows with label, percent and n.',
    },
    at: { file },
  }
}
