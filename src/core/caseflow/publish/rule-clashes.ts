import { literally } from '../../language/literally.ts'
import type { Problem } from '../../language/problem.ts'
import { comparable } from '../../tabular/column-names.ts'
import type { DeadlineRules } from '../deadline-rules.ts'

interface Written {
  readonly rules: DeadlineRules
  readonly text: string
  readonly file: string
}

/**
 * What keeps rules from being in force beside others: the same rule in two sets at one time, so that nobody could say which
 * judges; or a word of the case system that stands for two kinds of event.
 */
export function findRuleClashes(
  { rules, text, file }: Written,
  others: readonly DeadlineRules[],
): readonly Problem[] {
  const lines = text.split(/\r?\n/u)
  const lineOf = (written: RegExp): number =>
    Math.max(
      0,
      lines.findIndex((line) => written.test(line)),
    ) + 1
  const beside = others.filter(({ key }) => key !== rules.key)
  const twice = beside
    .filter((other) => areAtOneTime(rules, other))
    .flatMap((other) => {
      const theirs = new Set(other.deadlines.map(({ id }) => id))
      return rules.deadlines.flatMap(({ id }) =>
        theirs.has(id)
          ? [
              ruleTwice(id, other, {
                file,
                line: lineOf(new RegExp(String.raw`\bid:\s*["']?${literally(id)}["']?\s*(?:[,}#]|$)`, 'u')),
              }),
            ]
          : [],
      )
    })
  const meant = new Map(
    beside.flatMap((other) =>
      other.kinds.flatMap((kind) =>
        [kind.name.da, ...kind.aliases].map((word) => [comparable(word), { kind, other }] as const),
      ),
    ),
  )
  const words = rules.kinds.flatMap(({ key, name, aliases }) =>
    [name.da, ...aliases].flatMap((word) => {
      const known = meant.get(comparable(word))
      if (known === undefined || known.kind.key === key) return []
      const at = {
        file,
        line: lineOf(new RegExp(String.raw`\bkey:\s*["']?${literally(key)}["']?\s*(?:[,}#]|$)`, 'u')),
      }
      return [wordTwice(word, key, known.kind.key, known.other, at)]
    }),
  )
  return [...twice, ...words]
}

function areAtOneTime({ inForce: one }: DeadlineRules, { inForce: other }: DeadlineRules): boolean {
  return (
    (one.from === null || other.to === null || one.from <= other.to) &&
    (other.from === null || one.to === null || other.from <= one.to)
  )
}

function ruleTwice(id: string, { title, key }: DeadlineRules, at: NonNullable<Problem['at']>): Problem {
  return {
    code: 'rule-in-two-sets',
    text: {
      da: `Reglen ${id} gælder allerede på samme tid i »${title.da}« (${key}), så ingen kunne sige, hvilken af dem der afgør en sag. Udgiv en ny udgave af ${key}, giv reglen et andet id, eller ret perioden under inForce.`,
      en: `Rule ${id} is in force at the same time in “${title.en}” (${key}), so nobody could say which of them judges a case. Publish a new version of ${key}, give the rule another id, or mend the period under inForce.`,
    },
    at: { ...at, column: id },
  }
}

function wordTwice(
  word: string,
  key: string,
  theirs: string,
  other: DeadlineRules,
  at: NonNullable<Problem['at']>,
): Problem {
  return {
    code: 'word-in-two-sets',
    text: {
      da: `»${word}« står for ${key} her, men for ${theirs} i »${other.title.da}« (${other.key}). Samme ord fra fagsystemet kan kun betyde én hændelse. Slet ordet her, eller brug samme nøgle.`,
      en: `“${word}” stands for ${key} here but for ${theirs} in “${other.title.en}” (${other.key}). One word of the case system can mean one event only. Delete the word here, or use the same key.`,
    },
    at: { ...at, column: key },
  }
}
