import type { Language } from '../../core/language/language.ts'
import type { Problem } from '../../core/language/problem.ts'
import { otherCounts, type ChangeReason } from '../../core/report/compare-reports.ts'
import { printInterval } from '../../core/report/print-figure.ts'
import { Exit, refuse, sayIn, type Terminal } from '../terminal.ts'
import { readFiguresFile, type FiguresFile, type PublishedRow } from './read-figures-file.ts'

const reasons: Readonly<Record<ChangeReason, Readonly<Record<Language, string>>>> = {
  added: { da: 'nyt tal', en: 'new number' },
  removed: { da: 'findes ikke mere', en: 'no longer there' },
  withheld: { da: 'skjult i den ene', en: 'hidden in one of them' },
  answers: { da: 'andre svar', en: 'other answers' },
  'follow-up': { da: 'fund eller opfølgning er ændret', en: 'errors or follow-up have changed' },
  estimate: { da: 'beregnet anderledes', en: 'calculated otherwise' },
}

/**
 * Which numbers of a released report are others in the same report made later, and why. Exit code 0 when none is, 1 with one
 * line per number when some are. The lines are the result and go to standard output.
 */
export async function runFiguresCompare(terminal: Terminal, before: string, after: string): Promise<void> {
  const [then, now] = [await readFiguresFile(terminal, before), await readFiguresFile(terminal, after)]
  const differs = (['municipality', 'audience', 'language'] as const).find(
    (field) => then.report[field] !== now.report[field],
  )
  if (differs !== undefined) refuse(terminal, [otherReport(after, differs)])
  const say = sayIn(terminal)
  terminal.out(`${say('Før', 'Before')}: ${titleOf(then)}\n${say('Nu', 'Now')}: ${titleOf(now)}\n`)
  const { language } = terminal
  const changes = changesBetween(then.figures, now.figures)
  for (const { row, was, is, why } of changes)
    terminal.out(
      `${visible(row.section)} ${visible(row.label)}: ${inFull(was, language)} → ${inFull(is, language)}, ${reasons[why][language]} (${visible(row.id)})\n`,
    )
  const count = now.figures.length
  if (changes.length === 0) {
    terminal.out(
      say(`${count} tal sammenlignet: ingen er ændret.\n`, `${count} figures compared: none has changed.\n`),
    )
    return
  }
  terminal.out(
    say(
      `${count} tal sammenlignet: ${changes.length} er ændret.\n`,
      `${count} figures compared: ${changes.length} changed.\n`,
    ),
  )
  throw new Exit(1)
}

interface RowChange {
  readonly row: PublishedRow
  readonly was: PublishedRow | null
  readonly is: PublishedRow | null
  readonly why: ChangeReason
}

/** In the order of the later report, and then what it no longer has. */
function changesBetween(
  before: readonly PublishedRow[],
  after: readonly PublishedRow[],
): readonly RowChange[] {
  const then = new Map(before.map((row) => [row.id, row]))
  const now = new Set(after.map(({ id }) => id))
  return [
    ...after.flatMap((row): readonly RowChange[] => {
      const was = then.get(row.id) ?? null
      const why = was === null ? 'added' : reasonOf(was, row)
      return why === null ? [] : [{ row, was, is: row, why }]
    }),
    ...before
      .filter(({ id }) => !now.has(id))
      .map((row): RowChange => ({ row, was: row, is: null, why: 'removed' })),
  ]
}

function reasonOf(was: PublishedRow, is: PublishedRow): ChangeReason | null {
  if (was.withheld !== is.withheld) return 'withheld'
  const counted = (['numerator', 'denominator', 'notApplicable'] as const).every(
    (field) => was[field] === is[field],
  )
  // What rounds to the same print is the same number to its readers.
  if (counted && inFull(was, 'en') === inFull(is, 'en')) return null
  return counted && is.numerator !== null ? 'estimate' : otherCounts(is.id)
}

/** As printed, with counts and interval: `89 % (206/231, 4 ikke relevant; 84–93 %)`. */
function inFull(row: PublishedRow | null, language: Language): string {
  if (row === null) return '–'
  const value = visible(row.printed)
  const { numerator, denominator, notApplicable, lower, upper, unit, withheld } = row
  if (withheld) return value
  const counts = [
    ...(numerator === null || denominator === null ? [] : [`${numerator}/${denominator}`]),
    ...(notApplicable === null || notApplicable === 0
      ? []
      : [`${notApplicable} ${{ da: 'ikke relevant', en: 'not applicable' }[language]}`]),
  ].join(', ')
  const format = unit === 'share-difference' ? 'points' : 'percent'
  // The file holds no interval where its sample is too small for one.
  const interval =
    lower === null || upper === null
      ? ''
      : printInterval({ format, interval: [lower, upper], sample: null, withheld }, language)
  const parts = [counts, interval].filter((part) => part !== '')
  return parts.length === 0 ? value : `${value} (${parts.join('; ')})`
}

function titleOf({ report }: FiguresFile): string {
  return visible(`${report.title}, ${report.subtitle} (${report.createdOn})`)
}

/** The file is somebody else's: nothing in it may move the terminal's cursor or break a line in two. */
function visible(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
}

function otherReport(file: string, field: 'municipality' | 'audience' | 'language'): Problem {
  const what = {
    municipality: { da: 'hver sin kommune', en: 'municipality' },
    audience: { da: 'hver sin udgave (intern eller offentlig)', en: 'edition (internal or public)' },
    language: { da: 'hvert sit sprog', en: 'language' },
  }[field]
  return {
    code: 'figures-of-other-report',
    text: {
      da: `De to filer har ${what.da}. Giv den samme rapport, lavet før og nu.`,
      en: `The two files differ in ${what.en}. Give the same report, made before and now.`,
    },
    at: { file, column: `report.${field}` },
  }
}
