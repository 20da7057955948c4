import type { Checked, Problem } from '../language/problem.ts'
import { parseYaml } from '../notation/parse-yaml.ts'
import { columnNames, type ColumnName } from './column-names.ts'
import type { ColumnMapping } from './match-columns.ts'

/**
 * Reads a mapping file (YAML, or JSON, which is YAML too): one line per column, `case_id: Sagens nummer`. `sections` are
 * what else the file may hold, to be named where a word is misspelt.
 */
export function readColumnMapping(
  text: string,
  file: string,
  sections: readonly string[] = [],
): Checked<ColumnMapping> {
  const parsed = parseYaml(text, file)
  if (!parsed.ok) return parsed
  const { value } = parsed
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { ok: false, problems: [notAMapping(file)] }
  const mapping: Partial<Record<ColumnName, string>> = {}
  const problems: Problem[] = []
  for (const [ours, theirs] of Object.entries(value)) {
    if (!isColumnName(ours)) problems.push(unknownColumn(ours, file, sections))
    else if (typeof theirs !== 'string' || theirs.trim() === '') problems.push(notAName(ours, file))
    else mapping[ours] = theirs.trim()
  }
  return problems.length === 0 ? { ok: true, value: mapping } : { ok: false, problems }
}

function isColumnName(name: string): name is ColumnName {
  return Object.hasOwn(columnNames, name)
}

function notAMapping(file: string): Problem {
  return {
    code: 'mapping-malformed',
    text: {
      da: 'Kolonneoversigten skal have en linje pr. kolonne: vores navn, kolon, navnet i filen. For eksempel "case_id: Sagens nummer".',
      en: 'The column mapping must have one line per column: our name, a colon, the name in the file. For example "case_id: Case number".',
    },
    at: { file },
  }
}

function unknownColumn(name: string, file: string, sections: readonly string[]): Problem {
  const known = [...Object.keys(columnNames), ...sections].join(', ')
  return {
    code: 'mapping-unknown-column',
    text: {
      da: `Vi har ingen kolonne, der hedder ${name}. Brug en af: ${known}.`,
      en: `We have no column called ${name}. Use one of: ${known}.`,
    },
    at: { file, column: name },
  }
}

function notAName(name: string, file: string): Problem {
  return {
    code: 'mapping-not-a-name',
    text: {
      da: 'Skriv kolonnens navn i filen som tekst (i anførselstegn, hvis det er et tal).',
      en: 'Write the column’s name in the file as text (in quotation marks if it is a number).',
    },
    at: { file, column: name },
  }
}
