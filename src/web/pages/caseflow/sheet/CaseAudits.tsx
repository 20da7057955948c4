import { useQuery } from '@tanstack/react-query'
import { listCaseAudits, type CaseAudit } from '../../../../contract/caseflow/case-sheet.ts'
import { closedStates } from '../../../../core/finding/finding.ts'
import { ask } from '../../../api.ts'
import { formatShortDate } from '../../../format/dates.ts'
import { formatInteger } from '../../../format/numbers.ts'
import { paths } from '../../../paths.ts'
import { caseSheet as da } from '../../../texts/da/case-sheet.ts'
import { caseSheet as en } from '../../../texts/en/case-sheet.ts'
import { finding as findingDa } from '../../../texts/da/finding.ts'
import { finding as findingEn } from '../../../texts/en/finding.ts'
import { useLanguage, useLocal, useTexts } from '../../../texts/language.tsx'
import { DataTable, type DataColumn } from '../../../ui/DataTable.tsx'
import { Disclosure } from '../../../ui/Disclosure.tsx'
import { Link } from '../../../ui/Link.tsx'
import { StatusTag } from '../../../ui/StatusTag.tsx'

const closed: readonly string[] = closedStates

/** What audits have made of the case, as far as the person may know; nothing where they may know nothing of it. */
export function CaseAudits({ caseId }: { caseId: string }) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const { data } = useQuery(ask(listCaseAudits, { params: { case: caseId } }))
  if (data === undefined || data.audits.length === 0) return null
  return (
    <section aria-labelledby="sheet-audits">
      <h2 id="sheet-audits">{texts.auditsHeading}</h2>
      {data.audits.map((audit) => (
        <div key={audit.round}>
          <h3>{local(audit.title)}</h3>
          {audit.reviews.length > 0 && <Reviews audit={audit} />}
          {audit.findings.length > 0 && <Findings audit={audit} />}
        </div>
      ))}
    </section>
  )
}

function Reviews({ audit: { title, reviews } }: { audit: CaseAudit }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  const columns: readonly DataColumn<CaseAudit['reviews'][number]>[] = [
    { key: 'stage', title: texts.stage, rowHeader: true, render: ({ stage }) => local(stage) },
    {
      key: 'level',
      title: texts.level,
      render: ({ level, levelTitle }) => `${formatInteger(level, language)}: ${local(levelTitle)}`,
    },
    {
      key: 'review',
      title: texts.review,
      render: ({ id, state, level }) => {
        const words = texts.reviewStates[state]
        return id === null ? (
          words
        ) : (
          <Link to={paths.review(id)} aria-label={`${texts.openReview(level)} (${words})`}>
            {words}
          </Link>
        )
      },
    },
  ]
  return (
    <DataTable
      caption={texts.auditsCaption(local(title))}
      captionHidden
      stacked
      columns={columns}
      rows={reviews}
      rowKey={({ level, stage }) => `${level} ${stage.da}`}
    />
  )
}

/** Those that wait are in sight; those that are closed behind a click, and on paper a number. */
function Findings({ audit }: { audit: CaseAudit }) {
  const texts = useTexts({ da, en })
  const isClosed = ({ state }: CaseAudit['findings'][number]) => closed.includes(state)
  const open = audit.findings.filter((each) => !isClosed(each))
  const done = audit.findings.filter(isClosed)
  return (
    <>
      {open.length > 0 && <FindingTable title={audit.title} findings={open} />}
      {done.length > 0 && (
        <>
          <p className="printed-only">{texts.closedFindings(done.length)}</p>
          <div className="not-printed">
            <Disclosure summary={texts.closedFindings(done.length)}>
              <FindingTable title={audit.title} findings={done} />
            </Disclosure>
          </div>
        </>
      )}
    </>
  )
}

function FindingTable({ title, findings }: Pick<CaseAudit, 'title' | 'findings'>) {
  const texts = useTexts({ da, en })
  const { states } = useTexts({ da: findingDa, en: findingEn })
  const language = useLanguage()
  const local = useLocal()
  const columns: readonly DataColumn<CaseAudit['findings'][number]>[] = [
    {
      key: 'finding',
      title: texts.finding,
      rowHeader: true,
      render: ({ id, number, text, stage }) => (
        <>
          <Link to={paths.finding(id)}>{number === null ? local(text) : `${number} ${local(text)}`}</Link>
          <span className="cell-note">{local(stage)}</span>
        </>
      ),
    },
    { key: 'state', title: texts.findingState, render: ({ state }) => states[state] },
    {
      key: 'due',
      title: texts.findingDue,
      render: ({ due, overdue }) => (
        <>
          {due === null ? '–' : formatShortDate(due, language)}{' '}
          {overdue && <StatusTag kind="danger">{texts.overdueTag}</StatusTag>}
        </>
      ),
    },
  ]
  return (
    <DataTable
      caption={texts.findingsCaption(local(title))}
      captionHidden
      stacked
      columns={columns}
      rows={findings}
      rowKey={({ id }) => id}
    />
  )
}
