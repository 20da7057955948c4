import { useState } from 'react'
import type { CallOutput } from '../../../../contract/client.ts'
import type { AppealRow, listAppeals } from '../../../../contract/learning/appeals.ts'
import { formatShortDate } from '../../../format/dates.ts'
import { appeals as da } from '../../../texts/da/appeals.ts'
import { appeals as en } from '../../../texts/en/appeals.ts'
import { useLanguage, useTexts } from '../../../texts/language.tsx'
import { Button } from '../../../ui/Button.tsx'
import { DataTable, type DataColumn } from '../../../ui/DataTable.tsx'
import { StatusTag } from '../../../ui/StatusTag.tsx'
import { AppealStep, type Step } from './AppealStep.tsx'

const kinds = {
  waiting: 'neutral',
  closed: 'done',
  'to-plan': 'attention',
  planned: 'active',
  late: 'danger',
  learnt: 'done',
} as const

const nextStep = { waiting: 'decide', 'to-plan': 'plan', planned: 'learn', late: 'learn' } as const

export function AppealTable({ listed }: { listed: CallOutput<typeof listAppeals> }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const [taking, setTaking] = useState<{ readonly appeal: AppealRow; readonly step: Step }>()
  const dated = (day: string) => formatShortDate(day, language)
  const columns: DataColumn<AppealRow>[] = [
    {
      key: 'reference',
      title: texts.reference,
      rowHeader: true,
      sortBy: ({ reference }) => reference,
      render: ({ reference, about, unit }) => (
        <>
          {reference}
          {[about, unit].map((line) => line !== null && <div key={line}>{line}</div>)}
        </>
      ),
    },
    {
      key: 'provision',
      title: texts.provision,
      render: ({ provision, provisionCertain, ageGroup }) => (
        <>
          {provision}, {texts.ages[ageGroup ?? 'unknown'].toLowerCase()}
          {!provisionCertain && <div className="soft">{texts.uncertain}</div>}
        </>
      ),
    },
    {
      key: 'sent',
      title: texts.sent,
      sortBy: ({ sentOn }) => sentOn,
      render: ({ sentOn, reassessedOn }) => (
        <>
          {dated(sentOn)}
          {reassessedOn !== null && <div className="soft">{texts.reassessed(dated(reassessedOn))}</div>}
        </>
      ),
    },
    {
      key: 'decided',
      title: texts.decided,
      sortBy: ({ decidedOn }) => decidedOn,
      render: ({ decidedOn, outcome, ground }) =>
        decidedOn !== null &&
        outcome !== null && (
          <>
            {texts.outcomes[outcome]} {dated(decidedOn)}
            {ground !== null && <div>{ground}</div>}
          </>
        ),
    },
    {
      key: 'state',
      title: texts.state,
      render: ({ state }) => <StatusTag kind={kinds[state]}>{texts.states[state]}</StatusTag>,
    },
    {
      key: 'lesson',
      title: texts.lesson,
      render: ({ lesson, responsible, lessonDueOn, learntOn, learntHow }) =>
        lesson !== null && (
          <>
            {lesson}
            {lessonDueOn !== null && (
              <div className="soft">{texts.lessonBy(responsible ?? texts.unknown, dated(lessonDueOn))}</div>
            )}
            {learntOn !== null && <div>{texts.learntOn(dated(learntOn), learntHow ?? '')}</div>}
          </>
        ),
    },
  ]
  if (listed.mayEdit)
    columns.push({
      key: 'act',
      title: texts.act,
      render: (appeal) => {
        const { state } = appeal
        const steps: Step[] = state === 'closed' || state === 'learnt' ? [] : [nextStep[state]]
        return [...steps, 'withdraw' as const].map((step) => (
          <Button
            key={step}
            variant={step === 'withdraw' ? 'tertiary' : 'secondary'}
            aria-label={texts.of(texts[step], appeal.reference)}
            onClick={() => setTaking({ appeal, step })}
          >
            {texts[step]}
          </Button>
        ))
      },
    })
  return (
    <>
      <DataTable
        caption={texts.list}
        captionHidden
        stacked
        columns={columns}
        rows={listed.appeals}
        rowKey={({ id }) => id}
      />
      {taking !== undefined && (
        <AppealStep {...taking} people={listed.people} onClose={() => setTaking(undefined)} />
      )}
    </>
  )
}
