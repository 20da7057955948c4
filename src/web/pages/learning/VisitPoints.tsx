import { useState } from 'react'
import type { VisitPointView, VisitView } from '../../../contract/learning/visits.ts'
import { formatShortDate } from '../../format/dates.ts'
import { visits as da } from '../../texts/da/visits.ts'
import { visits as en } from '../../texts/en/visits.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { PointDialog } from './PointDialog.tsx'
import { SettleDialog, type Settling } from './SettleDialog.tsx'

/** What the unit takes with it from this visit. */
export function VisitPoints({ visit }: { visit: VisitView }) {
  const texts = useTexts({ da, en })
  const [writing, setWriting] = useState<VisitPointView | 'new' | null>(null)
  const { points, mayLead } = visit
  return (
    <section aria-labelledby="visit-points">
      <h3 id="visit-points">{texts.pointsHeading}</h3>
      <p className="hint">{texts.pointsWhy}</p>
      {points.length === 0 ? (
        <p>{mayLead ? texts.pointsNoneLead : texts.pointsNone}</p>
      ) : (
        <PointTable caption={texts.pointsCaption} visit={visit} points={points} onChange={setWriting} />
      )}
      {mayLead && (
        <div className="button-row">
          <Button onClick={() => setWriting('new')}>{texts.addPoint}</Button>
        </div>
      )}
      {writing !== null && <PointDialog visit={visit.id} point={writing} onClose={() => setWriting(null)} />}
    </section>
  )
}

/** What is still open from before, to be ticked off here. */
export function EarlierPoints({ visit }: { visit: VisitView }) {
  const texts = useTexts({ da, en })
  return (
    <section aria-labelledby="visit-earlier">
      <h3 id="visit-earlier">{texts.earlierHeading}</h3>
      {visit.earlier.length === 0 ? (
        <p>{texts.earlierNone}</p>
      ) : (
        <>
          <p className="hint">{texts.earlierWhy}</p>
          <PointTable caption={texts.earlierCaption} visit={visit} points={visit.earlier} withDay />
        </>
      )}
    </section>
  )
}

interface PointTableProps {
  readonly caption: string
  readonly visit: VisitView
  readonly points: readonly VisitPointView[]
  readonly withDay?: boolean
  readonly onChange?: (point: VisitPointView) => void
}

function PointTable({ caption, visit, points, withDay = false, onChange }: PointTableProps) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const [settling, setSettling] = useState<Settling | null>(null)
  const columns: readonly DataColumn<VisitPointView>[] = [
    { key: 'text', title: texts.pointText, rowHeader: true, render: ({ text }) => text },
    ...(withDay
      ? ([
          { key: 'day', title: texts.from, render: ({ day }) => formatShortDate(day, language) },
        ] satisfies DataColumn<VisitPointView>[])
      : []),
    { key: 'who', title: texts.pointWho, render: ({ who }) => who ?? '–' },
    {
      key: 'due',
      title: texts.pointDue,
      sortBy: ({ dueOn }) => dueOn,
      render: ({ dueOn }) => (dueOn === null ? '–' : formatShortDate(dueOn, language)),
    },
    { key: 'outcome', title: texts.outcome, render: (point) => <Outcome point={point} /> },
    ...(visit.mayLead
      ? ([
          {
            key: 'acts',
            title: texts.acts,
            render: (point) => <Acts point={point} onSettle={setSettling} onChange={onChange} />,
          },
        ] satisfies DataColumn<VisitPointView>[])
      : []),
  ]
  return (
    <>
      <DataTable
        caption={caption}
        captionHidden
        stacked
        columns={columns}
        rows={points}
        rowKey={({ id }) => id}
      />
      {settling !== null && (
        <SettleDialog visit={visit.id} settling={settling} onClose={() => setSettling(null)} />
      )}
    </>
  )
}

function Outcome({ point }: { point: VisitPointView }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const { outcome, outcomeNote, outcomeBy, outcomeAt, overdue } = point
  if (outcome === null)
    return overdue ? (
      <StatusTag kind="danger">{texts.overdue}</StatusTag>
    ) : (
      <StatusTag kind="active">{texts.open}</StatusTag>
    )
  return (
    <div>
      <StatusTag kind={outcome === 'done' ? 'done' : 'neutral'}>{texts.outcomes[outcome]}</StatusTag>
      {outcomeNote !== null && <p>{outcomeNote}</p>}
      {outcomeBy !== null && outcomeAt !== null && (
        <p className="soft small">{texts.by(outcomeBy, formatShortDate(outcomeAt, language))}</p>
      )}
    </div>
  )
}

interface ActsProps {
  readonly point: VisitPointView
  readonly onSettle: (settling: Settling) => void
  readonly onChange: PointTableProps['onChange']
}

function Acts({ point, onSettle, onChange }: ActsProps) {
  const texts = useTexts({ da, en })
  const { text } = point
  if (point.outcome !== null)
    return (
      <Button
        variant="tertiary"
        aria-label={texts.reopenFor(text)}
        onClick={() => onSettle({ point, outcome: null })}
      >
        {texts.reopen}
      </Button>
    )
  return (
    <span className="visit-links">
      <Button aria-label={texts.doneFor(text)} onClick={() => onSettle({ point, outcome: 'done' })}>
        {texts.markDone}
      </Button>
      <Button
        variant="tertiary"
        aria-label={texts.dropFor(text)}
        onClick={() => onSettle({ point, outcome: 'dropped' })}
      >
        {texts.markDropped}
      </Button>
      {onChange !== undefined && (
        <Button variant="tertiary" aria-label={texts.changeFor(text)} onClick={() => onChange(point)}>
          {texts.changePoint}
        </Button>
      )}
    </span>
  )
}
