import { momentWords, unknownTimeWords } from '../../../../core/caseflow/flow/compose-period.ts'
import { paths } from '../../../paths.ts'
import { useMay } from '../../../session.ts'
import { flowReports as da } from '../../../texts/da/flow-reports.ts'
import { flowReports as en } from '../../../texts/en/flow-reports.ts'
import { useLocal, useTexts } from '../../../texts/language.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Link } from '../../../ui/Link.tsx'

interface ReportStateProps {
  readonly kind: 'week' | 'month'
  readonly report: {
    readonly any: boolean
    readonly isDefined: boolean
    readonly isOver: boolean
    readonly from: string
    readonly to: string
    readonly knownFrom: string | null
    readonly asOf: string
    readonly toJudge: number
  }
}

/** What the reader must know before the figures: that the period is not over, or that there is nothing to count. */
export function ReportState({ kind, report }: ReportStateProps) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const may = useMay()
  const { any, isDefined, isOver, asOf, toJudge } = report
  if (!any) {
    const importing = may('caseflow.import')
    return (
      <EmptyState
        title={texts.none}
        action={importing && <Link to={paths.eventImport()}>{texts.import}</Link>}
      >
        {importing ? texts.noneBody : texts.noneBodyOthers}
      </EmptyState>
    )
  }
  if (!isDefined) return <EmptyState title={texts.notDefined}>{texts.notDefinedBody}</EmptyState>
  const unknown = unknownTimeWords(report)
  return (
    <>
      {unknown !== null && <p className="note">{local(unknown)}</p>}
      {!isOver && <p className="note">{texts.notOverYet(texts.thePeriod[kind], local(momentWords(asOf)))}</p>}
      <output>{toJudge > 0 && <p className="note">{texts.judging(toJudge)}</p>}</output>
    </>
  )
}
