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
import { JumpLinks } from '../../ui/JumpLinks.tsx'
import { PageAnswer } from '../../ui/PageAnswer.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { Permitted } from '../../ui/Permitted.tsx'
import { usePrintFoot } from '../../ui/print-foot.ts'
import { CaseAudits } from './sheet/CaseAudits.tsx'
import { SheetOfCase } from './sheet/SheetOfCase.tsx'
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
  usePrintFoot(texts.caseTitle(caseId))
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
