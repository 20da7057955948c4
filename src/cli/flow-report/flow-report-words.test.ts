import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommand } from '../../../test/support/run-command.ts'
import type { Language } from '../../core/language/language.ts'

let folder = ''
const log = `case_id;event;at;unit;deadline;planned_end
A;case-started;2012-01-09;Øst;2012-01-12;2012-01-12
A;receipt-begun;2012-01-10;Øst;;
A;receipt-sent;2012-01-11;Øst;;
A;case-ended;2012-01-12;Øst;;
B;case-started;2012-01-10;Vest;2012-03-01;2012-03-01
`
const children =
  /\w*(?:underretning|undersøgelse|barn|børn|foranstaltning|anbringelse|tilsynsbesøg|opfølgning|notification|assess|child|placement|measures|follow-up|visit)\w*/giu

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tilsyn-words-'))
  await writeFile(join(folder, 'log.csv'), log)
})
afterAll(() => rm(folder, { recursive: true }))

/** What the report of the permit log says, on the terminal and as a page. */
async function told(language: Language, period: readonly [string, string], name: string): Promise<string> {
  const flags = {
    '--rules': 'programmes/deadlines-permit-log.yaml',
    '--events': join(folder, 'log.csv'),
    '--as-of': '2012-01-24',
    '--format': 'html',
    '--out': folder,
  }
  const { code, out, err } = await runCommand(
    ['flow-report', ...period, ...Object.entries(flags).flat(), '--lang', language],
    language,
  )
  expect({ code, err }).toEqual({ code: 0, err: '' })
  const page = await readFile(join(folder, name), 'utf8')
  return `${out}${page.replaceAll(/<style>.*?<\/style>/gsu, '').replaceAll(/<[^>]+>/gu, ' ')}`
}

describe('the report of rules of another field', () => {
  it('speaks of the week in the words of its rules, in both languages', async () => {
    const week = ['--week', '2012-W02'] as const
    const danish = await told('da', week, 'ugerapport-2012-W02-da.html')
    expect(danish).toContain('2 nye byggeansøgninger: 2 på nye sager og 0 på kendte.')
    expect(danish).toContain('1 kvitteringsprocedure åbnet, 1 afsluttet; 1 sag lukket.')
    expect(danish).toContain('En kvitteringsprocedure var i gang i forvejen')
    expect(danish).toContain('Talt som byggeansøgning: Sag oprettet.')
    const english = await told('en', week, 'weekly-report-2012-W02-en.html')
    expect(english).toContain('2 new permit applications: 2 on new cases and 0 on known ones.')
    expect(english).toContain('Permit applications closed without a receipt procedure')
    expect(english).toContain('Counted as a permit application: Case started.')
    expect([...danish.matchAll(children), ...english.matchAll(children)].map(String)).toEqual([])
  })

  it('has nothing in the month that its rules do not name', async () => {
    const month = ['--month', '2012-01'] as const
    const danish = await told('da', month, 'maanedsrapport-2012-01-da.html')
    expect(danish).toContain('Reglerne nævner intet af det, som månedsrapporten tæller.')
    expect(danish).toContain('Talt som byggeansøgning: Sag oprettet.')
    const english = await told('en', month, 'monthly-report-2012-01-en.html')
    expect(english).toContain('The rules name nothing of what the monthly report counts.')
    expect(english).toContain('Counted as a permit application: Case started.')
    expect([...danish.matchAll(children), ...english.matchAll(children)].map(String)).toEqual([])
  })
})
