import type { getCase } from '../../../../contract/caseflow/deadlines.ts'
import type { CallOutput } from '../../../../contract/client.ts'
import { caseSheet as sheetDa } from '../../../texts/da/case-sheet.ts'
import { caseflow as da } from '../../../texts/da/caseflow.ts'
import { caseSheet as sheetEn } from '../../../texts/en/case-sheet.ts'
import { caseflow as en } from '../../../texts/en/caseflow.ts'
import { useTexts } from '../../../texts/language.tsx'
import { Disclosure } from '../../../ui/Disclosure.tsx'
import { DeadlineTable } from '../DeadlineTable.tsx'
import { EventLists } from './EventLists.tsx'
import { PeopleOfCase } from './PeopleOfCase.tsx'
import { RunningMeasures } from './RunningMeasures.tsx'
import { TimeLine } from './TimeLine.tsx'
import { TimeLineTables } from './TimeLineTables.tsx'
import { UrgentLine } from './UrgentLine.tsx'

type Shown = CallOutput<typeof getCase>

/** What happened and what is due, without what audits and walk-throughs made of it. */
export function SheetOfCase({ shown }: { shown: Shown }) {
  const sheetTexts = useTexts({ da: sheetDa, en: sheetEn })
  const { events, sheet } = shown
  return (
    <>
      <UrgentLine shown={shown} />
      <section aria-labelledby="sheet-time-line">
        <h2 id="sheet-time-line">{sheetTexts.timeLine}</h2>
        <TimeLine shown={shown} />
        <TimeLineTables shown={shown} />
      </section>
      <Deadlines shown={shown} />
      <div className="sheet-columns">
        <RunningMeasures phases={sheet.phases} />
        <section aria-labelledby="sheet-lists">
          <h2 id="sheet-lists">{sheetTexts.listsHeading}</h2>
          <EventLists events={events} />
        </section>
      </div>
      <PeopleOfCase sheet={sheet} />
    </>
  )
}

/** Those that wait are in sight; behind a click those met too late, those met in time and those that ask nothing. */
function Deadlines({ shown: { deadlines, rules } }: { shown: Shown }) {
  const texts = useTexts({ da, en })
  const sheetTexts = useTexts({ da: sheetDa, en: sheetEn })
  const of = (...states: readonly string[]) => deadlines.filter(({ state }) => states.includes(state))
  const waiting = of('open', 'running', 'cannot-tell')
  const [late, met, rest] = [of('late'), of('met'), of('not-applicable')]
  const table = { rules, showUnit: false, ofOneCase: true }
  return (
    <section aria-labelledby="sheet-deadlines">
      <h2 id="sheet-deadlines">{texts.deadlinesHeading}</h2>
      {waiting.length === 0 ? (
        <p>{sheetTexts.noDeadlines}</p>
      ) : (
        <DeadlineTable {...table} caption={texts.deadlinesHeading} deadlines={waiting} />
      )}
      <div className="not-printed">
        {late.length > 0 && (
          <Disclosure summary={sheetTexts.lateHeading(late.length)}>
            <DeadlineTable {...table} caption={texts.sections.late} deadlines={late} />
          </Disclosure>
        )}
        {met.length > 0 && (
          <Disclosure summary={sheetTexts.metHeading(met.length)}>
            <DeadlineTable {...table} caption={texts.sections.met} deadlines={met} />
          </Disclosure>
        )}
        {rest.length > 0 && (
          <Disclosure summary={texts.asksNothing(rest.length)}>
            <DeadlineTable {...table} caption={texts.sections['not-applicable']} deadlines={rest} />
          </Disclosure>
        )}
      </div>
    </section>
  )
}
