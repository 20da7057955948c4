import type { DeadlineRules, EventKind } from '../../core/caseflow/deadline-rules.ts'
import { parseDeadlineRules } from '../../core/caseflow/parse-deadline-rules.ts'
import type { Problem } from '../../core/language/problem.ts'
import { readText } from '../files.ts'
import { orRefuse, refuse, type Terminal } from '../terminal.ts'

/** The rules of all files, which may follow one another in time but not overlap. */
export async function readRules(
  terminal: Terminal,
  paths: readonly string[],
): Promise<readonly DeadlineRules[]> {
  const read: { readonly path: string; readonly rules: DeadlineRules }[] = []
  for (const path of paths)
    read.push({ path, rules: orRefuse(terminal, parseDeadlineRules(await readText(terminal, path), path)) })
  const problems: Problem[] = []
  for (const [index, { path, rules }] of read.entries())
    for (const earlier of read.slice(0, index)) {
      const shared = rules.deadlines.find(({ id }) => earlier.rules.deadlines.some((one) => one.id === id))
      if (shared !== undefined && overlap(rules.inForce, earlier.rules.inForce))
        problems.push(twice(shared.id, path, earlier.path))
    }
  return problems.length === 0 ? read.map(({ rules }) => rules) : refuse(terminal, problems)
}

/** The kinds of event of all rules; the same kind of two laws answers to the words of both. */
export function kindsOf(list: readonly DeadlineRules[]): readonly EventKind[] {
  const kinds = new Map<string, EventKind>()
  for (const kind of list.flatMap((rules) => rules.kinds)) {
    const known = kinds.get(kind.key)
    kinds.set(
      kind.key,
      known === undefined
        ? kind
        : { ...known, aliases: [...known.aliases, kind.name.da, kind.name.en, ...kind.aliases] },
    )
  }
  return [...kinds.values()]
}

type Period = DeadlineRules['inForce']

function overlap(one: Period, other: Period): boolean {
  return (
    (one.from === null || other.to === null || one.from <= other.to) &&
    (other.from === null || one.to === null || other.from <= one.to)
  )
}

function twice(rule: string, file: string, earlier: string): Problem {
  return {
    code: 'rule-twice',
    text: {
      da: `Reglen ${rule} gælder på samme tid som den i ${earlier}. Udelad den ene fil, eller ret inForce i reglerne.`,
      en: `The rule ${rule} is in force at the same time as that of ${earlier}. Leave one file out or correct inForce in the rules.`,
    },
    at: { file },
  }
}
