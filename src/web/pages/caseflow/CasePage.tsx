import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { getCase } from '../../../contract/caseflow/deadlines.ts'
import type { CallOutput } from '../../../contract/client.ts'
import { ask } from '../../api.ts'
import { paths } from '../../paths.ts'
import { caseSheet as sheetDa } from '../../texts/da/case-sheet.ts'
import { caseflow as da } from '../../texts/da/caseflow.ts'
import { walkThrough as walkDa } from '../../texts/da/walk-through.ts'
import { caseSheet as sheetEn } from '../../texts/en/case-sheet.ts'
import { caseflow as en } from '../../texts/en/caseflow.ts'
import { walkThrough as walkEn } from '../../texts/en/walk-through.ts'
import { useCommonTexts } from '../../texts/common.ts'
import { useTexts } from '../../texts/language.tsx'
import { Breadcrumb } from '../../ui/Breadcrumb.tsx'
import { Button } from '../../ui/Button.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { JumpLinks } from '../../ui/JumpLinks.tsx'
import { PageAnswer } from '../../ui/PageAnswer.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { Permitted } from '../../ui/Permitted.tsx'
import { DeadlineTable } from './DeadlineTable.tsx'
import { CaseAudits } from './sheet/CaseAudits.tsx'
import { EventLists } from './sheet/EventLists.tsx'
import { PeopleOfCase } from './sheet/PeopleOfCase.tsx'
import { RunningMeasures } from './sheet/RunningMeasures.tsx'
import { TimeLine } from './sheet/TimeLine.tsx'
import { TimeLineTables } from './sheet/TimeLineTables.tsx'
import { UrgentLine } from './sheet/UrgentLine.tsx'
import { CaseWalkThroughs } from './walk-through/CaseWalkThroughs.tsx'
import { NextCase } from './walk-through/NextCase.tsx'
import { useWalk } from './walk-through/walk-filters.ts'

/**
 * What is going on for this child? The overview sheet of one case, on paper one page: what is most urgent, the time line,
 * deadlines, what has been agreed and decided, who has the case, and what audits made of it.
 */
export function CasePage() {
  return (
    <Permitted action="caseflow.read">
      <Case />
    </Permitted>
  )
}

type Shown = CallOutput<typeof getCase>

function Case() {
  const { case: caseId } = useParams({ from: '/caseflow/cases/$case' })
  const query = useQuery(ask(getCase, { params: { case: caseId } }))
  // What is being written belongs to one case, and goes with it.
  return <PageAnswer query={query}>{(shown) => <View key={shown.caseId} shown={shown} />}</PageAnswer>
}

function View({ shown }: { shown: Shown }) {
  const texts = useTexts({ da, en })
  const sheetTexts = useTexts({ da: sheetDa, en: sheetEn })
  const walkTexts = useTexts({ da: walkDa, en: walkEn })
  const { caseId, sheet } = shown
  return (
    <div className="case-sheet">
      <Above />
      <PageHeading
        title={texts.caseTitle(caseId)}
        page={`case ${caseId}`}
        question={<Standing shown={shown} />}
        actions={
          <>
            <NextCase caseId={caseId} />
            <Button onClick={() => window.print()}>{sheetTexts.print}</Button>
          </>
        }
      />
      <JumpLinks
        sections={[
          { id: 'sheet-deadlines', title: texts.deadlinesHeading },
          { id: 'sheet-lists', title: sheetTexts.listsHeading },
          { id: 'sheet-people', title: sheetTexts.peopleHeading },
          ...(sheet.walksThrough ? [{ id: 'walk-throughs', title: walkTexts.heading }] : []),
        ]}
      />
      <SheetOfCase shown={shown} />
      <CaseAudits caseId={caseId} />
      {sheet.walksThrough && <CaseWalkThroughs caseId={caseId} />}
    </div>
  )
}

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

/** Back to where one comes from: the walk-through of a unit's cases, or the deadlines. */
function Above() {
  const { navigation } = useCommonTexts()
  const walk = useTexts({ da: walkDa, en: walkEn })
  const from = useWalk()
  return (
    <Breadcrumb
      above={[
        { title: navigation.deadlines, to: paths.deadlines() },
        ...(from === null ? [] : [{ title: walk.title, to: paths.walkThroughs(from) }]),
      ]}
    />
  )
}

function Standing({ shown: { unit, caseworker, deadlines, sheet } }: { shown: Shown }) {
  const texts = useTexts({ da, en })
  const count = (state: string) => deadlines.filter((one) => one.state === state).length
  const name = sheet.people.find((each) => each.caseworker === caseworker)?.caseworkerName ?? null
  const who = name === null ? caseworker : `${name} (${caseworker})`
  const holder = [unit, who].filter((one) => one !== '').join(', ')
  return (
    <>
      {holder !== '' && `${holder}. `}
      {texts.caseStanding(count('open'), count('running'), count('late'))}
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
