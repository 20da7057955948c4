import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { getInitiative, type InitiativeView } from '../../../contract/learning/initiative.ts'
import type { InitiativeActKind } from '../../../core/learning/initiative-state.ts'
import { ask } from '../../api.ts'
import { formatDate, formatPeriod, formatShortDate } from '../../format/dates.ts'
import { paths } from '../../paths.ts'
import { actionPlan as da } from '../../texts/da/action-plan.ts'
import { actionPlan as en } from '../../texts/en/action-plan.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { Breadcrumb } from '../../ui/Breadcrumb.tsx'
import { Button } from '../../ui/Button.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { KeyValues } from '../../ui/KeyValues.tsx'
import { PageAnswer } from '../../ui/PageAnswer.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { InitiativeActDialog } from './InitiativeActDialog.tsx'
import { InitiativeFigures } from './InitiativeFigures.tsx'
import { initiativeKinds } from './InitiativeTable.tsx'

export function InitiativePage() {
  const { initiative } = useParams({ from: '/initiatives/$initiative' })
  const query = useQuery({
    ...ask(getInitiative, { params: { initiative } }),
    refetchOnMount: 'always' as const,
  })
  return <PageAnswer query={query}>{(view) => <View key={view.id} view={view} />}</PageAnswer>
}

function View({ view }: { view: InitiativeView }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const { plan, source, reference } = view
  return (
    <>
      <Breadcrumb
        above={[
          { title: texts.title, to: paths.actionPlans() },
          { title: `${plan.title}, ${plan.label}`, to: paths.actionPlan(plan.id, plan.version) },
        ]}
      />
      <PageHeading title={view.title} question={texts.initiativeQuestion} />
      <p>
        <StatusTag kind={initiativeKinds[view.state]}>{texts.states[view.state]}</StatusTag>
        {view.late && (
          <>
            {' '}
            <StatusTag kind="danger">{texts.late}</StatusTag>
          </>
        )}
      </p>
      {view.leftOutIn !== null && <p>{texts.leftOutNote(view.leftOutIn)}</p>}
      <p className="reading-width">{view.what}</p>
      <section aria-labelledby="initiative-facts">
        <h2 id="initiative-facts">{texts.factsHeading}</h2>
        <KeyValues
          items={[
            { key: 'owner', name: texts.owner, value: view.owner.name },
            {
              key: 'period',
              name: texts.period,
              value:
                view.endsOn === null
                  ? texts.from(formatDate(view.startsOn, language))
                  : formatPeriod(view.startsOn, view.endsOn, language),
            },
            {
              key: 'source',
              name: texts.source,
              value: reference === null ? texts.sources[source] : `${texts.sources[source]}: ${reference}`,
            },
            { key: 'versions', name: texts.inVersions, value: view.labels.join(', ') },
          ]}
        />
      </section>
      <Course view={view} />
      <section aria-labelledby="initiative-figures">
        <h2 id="initiative-figures">{texts.figuresHeading}</h2>
        {view.figures === null ? (
          <p>{texts.figuresHidden}</p>
        ) : (
          <InitiativeFigures figures={view.figures} start={view.start} />
        )}
      </section>
    </>
  )
}

type Act = InitiativeView['acts'][number]

function Course({ view }: { view: InitiativeView }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const [asking, setAsking] = useState<InitiativeActKind | null>(null)
  const columns: readonly DataColumn<Act>[] = [
    { key: 'what', title: texts.what2, rowHeader: true, render: ({ kind }) => texts.acts[kind] },
    { key: 'day', title: texts.day, render: ({ day }) => formatShortDate(day, language) },
    {
      key: 'written',
      title: texts.writtenOn,
      render: ({ writtenOn }) => formatShortDate(writtenOn, language),
    },
    { key: 'note', title: texts.note, render: ({ note }) => note ?? '–' },
    { key: 'by', title: texts.by, render: ({ by }) => by ?? '–' },
  ]
  return (
    <section aria-labelledby="initiative-course">
      <h2 id="initiative-course">{texts.courseHeading}</h2>
      {view.acts.length === 0 ? (
        <p>{texts.courseNone}</p>
      ) : (
        <DataTable
          caption={texts.courseCaption}
          captionHidden
          stacked
          columns={columns}
          rows={view.acts}
          rowKey={(act) => String(view.acts.indexOf(act))}
        />
      )}
      {view.mayReport.length > 0 && (
        <div className="button-row">
          {view.mayReport.map((kind) => (
            <Button key={kind} onClick={() => setAsking(kind)}>
              {texts.doActs[kind]}
            </Button>
          ))}
        </div>
      )}
      {asking !== null && (
        <InitiativeActDialog
          initiative={view.id}
          kind={asking}
          today={view.today}
          earliest={view.earliest}
          onClose={() => setAsking(null)}
        />
      )}
    </section>
  )
}
