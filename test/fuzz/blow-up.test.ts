import { expect, test } from 'vitest'
import { plainLine, plainText } from '../../src/contract/frame/plain-text.ts'
import { hideCpr, holdsCpr } from '../../src/core/registry/hide-cpr.ts'
import { checkCpr } from '../../src/core/registry/cpr.ts'
import { comparable } from '../../src/core/tabular/column-names.ts'
import { csvCell, safeText } from '../../src/core/tabular/csv-text.ts'
import { detectDelimiter } from '../../src/core/tabular/delimiter.ts'
import { openText } from '../../src/core/tabular/open-text.ts'
import { SheetReach } from '../../src/core/tabular/sheet-reach.ts'
import { parseWrittenTime } from '../../src/core/tabular/written-date.ts'
import { parseWrittenNumber } from '../../src/core/tabular/written-number.ts'

/** Whatever holds a regular expression against text from outside that may be long. */
const readers: Readonly<Record<string, (text: string) => unknown>> = {
  hideCpr,
  holdsCpr,
  checkCpr: (text) => checkCpr(text),
  comparable,
  safeText,
  csvCell,
  detectDelimiter,
  openText: (text) => openText(Buffer.from(text)),
  parseWrittenTime,
  parseWrittenNumber,
  plainLine: (text) => plainLine.safeParse(text),
  plainText: (text) => plainText.safeParse(text),
  sheetReach: (text) => {
    const reach = new SheetReach()
    reach.add(text)
    return reach.isTooFar
  },
}

/** What makes nested and neighbouring repetitions of a pattern try everything. */
const units = [
  'x', '1', ' ', '1 ', '1.', '12', '123456 ', '123456-', '01-01-', '1   ', '-', '- ', '\t', '\n', '\r\n', '"', '""', '";', ';', ',', '.', '1.234.', 'a b', 'å', 'e\u0301',
  '\u00a0', '\u202e', '<c ', '<c r', ' r = ', '<', '(', '٣', '2026-01-01T', '😀', 'O', 'l1', '= ', "'", '\\',
] // prettier-ignore
const tails = ['', '!', '\u0000', '1']
/** Twice the text may take twice the time, and somewhat more on a busy machine; four times that is quadratic. */
const mostGrowth = 3.2
const shortest = 8000

function timeOf(read: (text: string) => unknown, text: string): number {
  let least = Infinity
  for (let tries = 0; tries < 3; tries += 1) {
    const started = process.cpuUsage()
    read(text)
    const { user, system } = process.cpuUsage(started)
    least = Math.min(least, (user + system) / 1000)
  }
  return least
}

test.each(Object.entries(readers))(
  '%s takes twice the time for twice the text, whatever stands in it',
  (_, read) => {
    const faults: string[] = []
    for (const unit of units)
      for (const tail of tails) {
        const textOf = (length: number) => unit.repeat(Math.ceil(length / unit.length)) + tail
        const once = timeOf(read, textOf(shortest * 4))
        // What is over in a moment even when it is long needs no ratio.
        if (once < 30) continue
        const half = timeOf(read, textOf(shortest * 2))
        if (once / half > mostGrowth)
          faults.push(`${JSON.stringify(unit)} … ${JSON.stringify(tail)}: ${half} ms, then ${once} ms`)
      }
    expect(faults).toEqual([])
  },
)
