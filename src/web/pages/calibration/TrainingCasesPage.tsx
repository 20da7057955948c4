import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import {
  listTrainingCases,
  takeTrainingCase,
  type TrainingCaseSummary,
} from '../../../contract/calibration/training-cases.ts'
import type { CallOutput } from '../../../contract/client.ts'
import { ask, useSend } from '../../api.ts'
import { formatShortDate } from '../../format/dates.ts'
import { paths } from '../../paths.ts'
import { calibration as da } from '../../texts/da/calibration.ts'
import { calibration as en } from '../../texts/en/calibration.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { Breadcrumb } from '../../ui/Breadcrumb.tsx'
import { Button, buttonClass } from '../../ui/Button.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Link } from '../../ui/Link.tsx'
import { PageAnswer } from '../../ui/PageAnswer.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { Permitted } from '../../ui/Permitted.tsx'
import { Problem } from '../../ui/Problem.tsx'

type Listed = CallOutput<typeof listTrainingCases>
type Included = Listed['included'][number]

export function TrainingCasesPage() {
  return (
    <Permitted action="calibration.lead">
      <Loaded />
    </Permitted>
  )
}

function Loaded() {
  const query = useQuery(ask(listTrainingCases, {}))
  return <PageAnswer query={query}>{(listed) => <View listed={listed} />}</PageAnswer>
}

function View({ listed }: { listed: Listed }) {
  const texts = useTexts({ da, en })
  const [done, setDone] = useState('')
  return (
    <>
      <Breadcrumb above={[{ title: texts.title, to: paths.calibrations() }]} />
      <PageHeading
        title={texts.casesTitle}
        question={texts.casesQuestion}
        actions={
          <Link
            className={buttonClass(listed.cases.length === 0 ? 'secondary' : 'primary')}
            to={paths.newTrainingCase()}
          >
            {texts.writeCase}
          </Link>
        }
      />
      <output className="done-note">{done}</output>
      {listed.cases.length === 0 ? (
        <EmptyState title={texts.noCasesTitle}>{texts.noCasesBody}</EmptyState>
      ) : (
        <OwnCases cases={listed.cases} />
      )}
      {listed.included.length > 0 && <IncludedCases included={listed.included} onDone={setDone} />}
    </>
  )
}

function OwnCases({ cases }: { cases: readonly TrainingCaseSummary[] }) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const language = useLanguage()
  const columns: readonly DataColumn<TrainingCaseSummary>[] = [
    {
      key: 'title',
      title: texts.trainingCase,
      rowHeader: true,
      render: ({ id, title, includedKey }) => (
        <>
          <Link to={paths.trainingCase(id)}>{title}</Link>{' '}
          {includedKey !== null && <span className="soft">({texts.fromProgram})</span>}
        </>
      ),
    },
    { key: 'stage', title: texts.stage, render: ({ stageTitle }) => local(stageTitle) },
    { key: 'documents', title: texts.documents, align: 'end', render: ({ documents }) => documents },
    { key: 'version', title: texts.version, align: 'end', render: ({ version }) => version },
    {
      key: 'written',
      title: texts.changed,
      render: ({ writtenAt }) => formatShortDate(writtenAt.slice(0, 10), language),
    },
  ]
  return (
    <DataTable
      caption={texts.casesCaption}
      captionHidden
      stacked
      columns={columns}
      rows={cases}
      rowKey={({ id }) => id}
    />
  )
}

interface IncludedCasesProps {
  readonly included: readonly Included[]
  readonly onDone: (said: string) => void
}

function IncludedCases({ included, onDone }: IncludedCasesProps) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const send = useSend(takeTrainingCase)
  const columns: readonly DataColumn<Included>[] = [
    { key: 'title', title: texts.trainingCase, rowHeader: true, render: ({ title }) => title },
    { key: 'stage', title: texts.stage, render: ({ stageTitle }) => local(stageTitle) },
    { key: 'documents', title: texts.documents, align: 'end', render: ({ documents }) => documents },
    {
      key: 'act',
      title: texts.take,
      heading: '',
      render: ({ key, title, older }) => (
        <Button
          busy={send.isPending}
          aria-label={texts.takeNamed(title)}
          onClick={() => send.mutate({ params: { key } }, { onSuccess: () => onDone(texts.taken(title)) })}
        >
          {older ? texts.takeNewer : texts.take}
        </Button>
      ),
    },
  ]
  return (
    <section aria-labelledby="included-cases">
      <h2 id="included-cases">{texts.includedHeading}</h2>
      <p>{texts.includedBody}</p>
      {send.isError && <Problem error={send.error} />}
      <DataTable
        caption={texts.includedCaption}
        captionHidden
        stacked
        columns={columns}
        rows={included}
        rowKey={({ key }) => key}
      />
    </section>
  )
}
