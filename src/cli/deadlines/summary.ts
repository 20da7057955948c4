import { becauseWords } from '../../core/caseflow/because-words.ts'
import type { DeadlineState } from '../../core/caseflow/deadline.ts'
import type { DeadlineRules } from '../../core/caseflow/deadline-rules.ts'
import { limitWords } from '../../core/caseflow/limit-words.ts'
import {
  leftOutReasons,
  type LeftOut,
  type LeftOutReason,
  type ReadEvents,
} from '../../core/caseflow/read-events.ts'
import { stateWords } from '../../core/caseflow/state-words.ts'
import type { Language, LocalText } from '../../core/language/language.ts'
import { plural } from '../../core/language/plural.ts'
import type { DeadlineCounts, LawCount, RuleCount } from './deadline-counts.ts'
import { refusedWords } from './refused-words.ts'
import { wrapWords } from './wrap-words.ts'

export interface Judged {
  readonly counts: DeadlineCounts
  readonly read: ReadEvents
  readonly rules: readonly DeadlineRules[]
  readonly out: string
}

const shown = ['met', 'late', 'open', 'running', 'cannot-tell'] as const satisfies readonly DeadlineState[]
/** Letters in a line, and of them for a rule's text. */
const lineWidth = 110
const textWidth = 54

/** What became of every rule, then what was left out of the file, for standard output. */
export function summarise({ counts, read, rules, out }: Judged, language: Language): string {
  return [
    ...counts.laws.flatMap((law) => lawLines(law, language)),
    ...totals(counts, read, out, language),
    ...leftOutLines(read, language),
    ...new Set(rules.flatMap(({ status }) => (status === null ? [] : [status[language]]))),
  ]
    .flatMap((line) => (line.length > lineWidth + 10 ? wrapWords(line, lineWidth) : [line]))
    .map((line) => `${line.trimEnd()}\n`)
    .join('')
}

function lawLines({ rules, counts }: LawCount, language: Language): readonly string[] {
  const [asked, askable] = [
    counts.filter(({ rule }) => rule.kind === 'asked'),
    counts.filter(({ rule }) => rule.kind !== 'asked'),
  ]
  const found = askable.filter(({ states }) => shown.some((state) => states[state] > 0))
  const idle = askable.filter((count) => !found.includes(count))
  const heads = shown.map((state) => stateWords[state][language])
  const widths = heads.map((head) => Math.max(head.length, 9))
  const idWidth = Math.max(...counts.map(({ rule }) => rule.id.length))
  const row = (id: string, text: string, cells: readonly string[]): string =>
    `${id.padEnd(idWidth)}  ${text.padEnd(textWidth)}${cells.map((cell, at) => `  ${cell.padStart(widths[at] ?? 0)}`).join('')}`
  const listed = (title: LocalText, of: readonly RuleCount[]): readonly string[] =>
    of.length === 0
      ? []
      : wrapWords(`${title[language]}: ${of.map(({ rule }) => rule.id).join(', ')}.`, lineWidth)
  return [
    `${rules.title[language]}, version ${rules.version}`,
    ...(found.length === 0 ? [] : [row('', '', heads)]),
    ...found.flatMap((count) => ruleLines(count, rules, row, language)),
    ...listed(idleWords, idle),
    ...listed(askedWords, asked),
    '',
  ]
}

const idleWords: LocalText = {
  da: 'Ingen frister i filens sager',
  en: 'No deadlines in the cases of the file',
}
const askedWords: LocalText = {
  da: 'Ses ikke af hændelser; besvares ved gennemgang',
  en: 'Not seen from events; answered at the review',
}

function ruleLines(
  { rule, states, missing }: RuleCount,
  rules: DeadlineRules,
  row: (id: string, text: string, cells: readonly string[]) => string,
  language: Language,
): readonly string[] {
  const [first = '', ...more] = wrapWords(`${rule.text[language]} (${limitWords(rule)[language]})`, textWidth)
  const reasons = [...missing].toSorted(([, one], [, other]) => other - one)
  return [
    row(
      rule.id,
      first,
      shown.map((state) => numeral(states[state], language)),
    ),
    ...[
      ...more,
      ...reasons.flatMap(([because, count]) =>
        wrapWords(
          `· ${numeral(count, language)}: ${becauseWords(because, rules.kinds)[language]}`,
          textWidth,
        ),
      ),
    ].map((text) => row('', text, [])),
  ]
}

function totals(
  counts: DeadlineCounts,
  { table, rows }: ReadEvents,
  out: string,
  language: Language,
): readonly string[] {
  const n = (count: number): string => numeral(count, language)
  const [events, cases] = [table.events, table.casesWithEvents]
  const [late, open] = [counts.sum('late'), counts.sum('open')]
  return language === 'da'
    ? [
        `${n(rows)} ${plural('da', rows, 'række', 'rækker')} læst, ${n(events)} ${plural('da', events, 'hændelse', 'hændelser')} i ${n(cases)} ${plural('da', cases, 'sag', 'sager')}. ${n(late)} ${plural('da', late, 'frist', 'frister')} blev holdt for sent, ${n(open)} er overskredet og endnu ikke holdt.`,
        `Skrevet: ${out}`,
      ]
    : [
        `${n(rows)} ${plural('en', rows, 'row', 'rows')} read, ${n(events)} ${plural('en', events, 'event', 'events')} of ${n(cases)} ${plural('en', cases, 'case', 'cases')}. ${n(late)} ${plural('en', late, 'deadline was', 'deadlines were')} kept late, ${n(open)} ${plural('en', open, 'is', 'are')} overdue and not yet kept.`,
        `Written: ${out}`,
      ]
}

/** After a count of rows. */
const leftOutWords: Readonly<Record<LeftOutReason, LocalText>> = {
  'not-asked-about': { da: 'er udeladt, som filen til --mapping siger', en: 'left out as the file for --mapping says' },
  'after-as-of': { da: 'ligger efter --as-of og er altså endnu ikke sket', en: 'after --as-of, so not yet happened' },
  'same-row': { da: 'står der en gang til og er talt én gang', en: 'standing twice, counted once' },
  replaced: { da: 'er rettet senere; den nyeste registrering gælder', en: 'corrected later; the newest registration counts' },
  refused: { da: 'har fejl og er sprunget over', en: 'wrong and skipped' },
} // prettier-ignore
const rowWords: Readonly<Record<Language, [string, string]>> = {
  da: ['række', 'rækker'],
  en: ['row', 'rows'],
}

/** What does not count, and why, with the first line of each. */
export function leftOutLines({ leftOut, doubledHours }: ReadEvents, language: Language): readonly string[] {
  const lines: string[] = []
  if (doubledHours > 0)
    lines.push(
      language === 'da'
        ? `${numeral(doubledHours, language)} ${plural('da', doubledHours, 'tidspunkt', 'tidspunkter')} ligger i den time, uret viste to gange, uden forskydning fra UTC; kun dagen er brugt.`
        : `${numeral(doubledHours, language)} ${plural('en', doubledHours, 'time lies', 'times lie')} in the hour that clocks showed twice, without an offset from UTC; only the day was used.`,
    )
  for (const reason of leftOutReasons) {
    const found = leftOut.filter((one) => one.reason === reason).toSorted((a, b) => b.count - a.count)
    const total = found.reduce((sum, { count }) => sum + count, 0)
    if (total > 0) lines.push(...reasonLines(reason, total, found, language))
  }
  return lines
}

function reasonLines(
  reason: LeftOutReason,
  total: number,
  found: readonly LeftOut[],
  language: Language,
): readonly string[] {
  const what = plural(language, total, ...rowWords[language])
  const head = `${numeral(total, language)} ${what} ${leftOutWords[reason][language]}`
  const first = (line: number): string =>
    language === 'da' ? `første i linje ${line}` : `first in line ${line}`
  const [only] = found
  if (found.length === 1 && only?.event === '' && only.problem === undefined)
    return [`${head} (${first(only.line)}).`]
  const counts = found.map(({ count }) => numeral(count, language))
  const width = Math.max(...counts.map((count) => count.length))
  return [
    `${head}:`,
    ...found.map(
      ({ event, problem, line }, at) =>
        `  ${(counts[at] ?? '').padStart(width)}  ${event === '' ? refusedWords(problem)[language] : event} (${first(line)})`,
    ),
  ]
}

function numeral(count: number, language: Language): string {
  return count.toLocaleString(language === 'da' ? 'da-DK' : 'en-GB')
}
