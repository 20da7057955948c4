import { useState } from 'react'
import type {
  AgreementView,
  CaseWalkThroughs,
  WalkThroughView,
} from '../../../../contract/caseflow/walk-throughs.ts'
import type { AgreementOutcome } from '../../../../core/caseflow/walk-through/walk-through.ts'
import { formatShortDate } from '../../../format/dates.ts'
import { walkThrough as da } from '../../../texts/da/walk-through.ts'
import { walkThrough as en } from '../../../texts/en/walk-through.ts'
import { useLanguage, useTexts } from '../../../texts/language.tsx'
import { Button } from '../../../ui/Button.tsx'
import { DataTable, type DataColumn } from '../../../ui/DataTable.tsx'
import { StatusTag } from '../../../ui/StatusTag.tsx'
import { AgreementDialog } from './AgreementDialog.tsx'
import { OutcomeDialog } from './OutcomeDialog.tsx'
import type { Settling } from './settling.ts'

interface AgreementsProps {
  readonly walk: WalkThroughView
  readonly people: CaseWalkThroughs['people']
  /** While it is open, for those who lead. */
  readonly mayWrite: boolean
}

/** What was agreed at a walk-through, and what became of it. */
export function Agreements({ walk, people, mayWrite }: AgreementsProps) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const [writing, setWriting] = useState<AgreementView | 'new' | null>(null)
  const [settling, setSettling] = useState<Settling | null>(null)
  const columns: readonly DataColumn<AgreementView>[] = [
    { key: 'what', title: texts.what, rowHeader: true, render: ({ text }) => text },
    { key: 'who', title: texts.who, render: ({ who }) => who.name },
    { key: 'due', title: texts.due, render: ({ dueOn }) => formatShortDate(dueOn, language) },
    { key: 'state', title: texts.state, render: (agreement) => <State agreement={agreement} /> },
    {
      key: 'acts',
      title: texts.acts,
      className: 'not-printed',
      render: (agreement) => (
        <Acts
          agreement={agreement}
          onSettle={setSettling}
          onChange={mayWrite ? () => setWriting(agreement) : undefined}
        />
      ),
    },
  ]
  return (
    <section className="agreements">
      <h4>{texts.agreements}</h4>
      {walk.agreements.length === 0 ? (
        <p className="soft">{texts.noAgreements}</p>
      ) : (
        <DataTable
          caption={texts.agreementsCaption}
          captionHidden
          stacked
          columns={columns}
          rows={walk.agreements}
          rowKey={({ id }) => id}
        />
      )}
      {mayWrite && (
        <div className="button-row not-printed">
          <Button onClick={() => setWriting('new')}>{texts.add}</Button>
        </div>
      )}
      {writing !== null && (
        <AgreementDialog
          walk={walk.id}
          agreement={writing}
          people={people}
          onClose={() => setWriting(null)}
        />
      )}
      {settling !== null && <OutcomeDialog settling={settling} onClose={() => setSettling(null)} />}
    </section>
  )
}

function State({ agreement: { state, late, outcomes } }: { agreement: AgreementView }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const last = outcomes.at(-1)
  return (
    <>
      {late ? (
        <StatusTag kind="danger">{texts.late}</StatusTag>
      ) : (
        <StatusTag kind={state === 'done' ? 'done' : state === 'open' ? 'active' : 'neutral'}>
          {texts.agreementStates[state]}
        </StatusTag>
      )}
      {last !== undefined && (
        <span className="cell-note">
          {last.outcome === 'reopened' && `${texts.outcomes.reopened}: `}
          {last.note !== null && `${last.note} `}(
          {texts.by(last.by ?? '–', formatShortDate(last.at, language))})
        </span>
      )}
    </>
  )
}

interface ActsProps {
  readonly agreement: AgreementView
  readonly onSettle: (settling: Settling) => void
  readonly onChange: (() => void) | undefined
}

function Acts({ agreement, onSettle, onChange }: ActsProps) {
  const texts = useTexts({ da, en })
  const { text, state } = agreement
  const settle = (outcome: AgreementOutcome) => () => onSettle({ agreement, outcome })
  if (state !== 'open')
    return (
      <Button variant="tertiary" aria-label={texts.reopenFor(text)} onClick={settle('reopened')}>
        {texts.reopen}
      </Button>
    )
  return (
    <span className="agreement-acts">
      <Button aria-label={texts.doneFor(text)} onClick={settle('done')}>
        {texts.markDone}
      </Button>
      <Button variant="tertiary" aria-label={texts.dropFor(text)} onClick={settle('dropped')}>
        {texts.drop}
      </Button>
      {onChange !== undefined && (
        <Button variant="tertiary" aria-label={texts.changeFor(text)} onClick={onChange}>
          {texts.change}
        </Button>
      )}
    </span>
  )
}
