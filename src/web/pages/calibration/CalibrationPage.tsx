import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { getCalibration, type CalibrationView } from '../../../contract/calibration/calibrations.ts'
import { ask } from '../../api.ts'
import { paths } from '../../paths.ts'
import { calibration as da } from '../../texts/da/calibration.ts'
import { calibration as en } from '../../texts/en/calibration.ts'
import { useLocal, useTexts } from '../../texts/language.tsx'
import { Breadcrumb } from '../../ui/Breadcrumb.tsx'
import { buttonClass } from '../../ui/Button.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { Link } from '../../ui/Link.tsx'
import { PageAnswer } from '../../ui/PageAnswer.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { LeadPanel } from './LeadPanel.tsx'
import { ResultsView } from './ResultsView.tsx'

export function CalibrationPage() {
  const { calibration: id } = useParams({ from: '/calibrations/$calibration' })
  const query = useQuery({
    ...ask(getCalibration, { params: { calibration: id } }),
    refetchOnMount: 'always' as const,
  })
  return <PageAnswer query={query}>{(view) => <View key={view.id} view={view} />}</PageAnswer>
}

function View({ view }: { view: CalibrationView }) {
  const texts = useTexts({ da, en })
  const next = view.state === 'answering' ? view.mine.find(({ state }) => state !== 'submitted') : undefined
  const { answering, opened, withdrawn } = texts.pageQuestion
  return (
    <>
      <Breadcrumb above={[{ title: texts.title, to: paths.calibrations() }]} />
      <PageHeading
        title={view.name}
        question={
          view.state === 'answering'
            ? answering(view.done, view.people)
            : view.state === 'opened'
              ? opened
              : withdrawn
        }
        actions={
          next !== undefined && (
            <Link className={buttonClass('primary')} to={paths.calibrationForm(view.id, next.trainingCase)}>
              {next.state === 'begun' ? texts.goOn : texts.answerNow}
            </Link>
          )
        }
      />
      {view.state === 'withdrawn' && (
        <p>
          <strong>{texts.withdrawnWhy}:</strong> {view.withdrawnReason}
        </p>
      )}
      {view.state === 'answering' && <p>{texts.sealedNote}</p>}
      {view.mayReadResults && <ResultsView id={view.id} />}
      {view.mine.length > 0 && view.state !== 'withdrawn' && <MyForms view={view} />}
      {view.state === 'answering' && <LevelProgress view={view} />}
      {view.state === 'answering' && view.mayLead && <LeadPanel view={view} />}
    </>
  )
}

type Mine = CalibrationView['mine'][number]

function MyForms({ view }: { view: CalibrationView }) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const kinds = { new: 'neutral', begun: 'active', submitted: 'done' } as const
  const columns: readonly DataColumn<Mine>[] = [
    {
      key: 'case',
      title: texts.trainingCase,
      rowHeader: true,
      render: ({ trainingCase, title }) => (
        <Link to={paths.calibrationForm(view.id, trainingCase)}>{title}</Link>
      ),
    },
    { key: 'stage', title: texts.stage, render: ({ stage }) => local(stage) },
    {
      key: 'state',
      title: texts.state,
      render: ({ state }) => <StatusTag kind={kinds[state]}>{texts.formStates[state]}</StatusTag>,
    },
  ]
  return (
    <section aria-labelledby="calibration-mine">
      <h2 id="calibration-mine">{texts.yourCases}</h2>
      <DataTable
        caption={texts.yourCasesCaption}
        captionHidden
        stacked
        columns={columns}
        rows={view.mine}
        rowKey={({ trainingCase }) => trainingCase}
      />
    </section>
  )
}

type LevelRow = CalibrationView['levels'][number]

function LevelProgress({ view }: { view: CalibrationView }) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const columns: readonly DataColumn<LevelRow>[] = [
    {
      key: 'level',
      title: texts.level,
      rowHeader: true,
      render: ({ level, title }) => texts.levelGroup(level, local(title)),
    },
    { key: 'people', title: texts.invited, align: 'end', render: ({ people }) => people },
    { key: 'done', title: texts.handedIn, align: 'end', render: ({ done }) => done },
  ]
  return (
    <section aria-labelledby="calibration-progress">
      <h2 id="calibration-progress">{texts.progressHeading}</h2>
      <DataTable
        caption={texts.progressCaption}
        captionHidden
        columns={columns}
        rows={view.levels}
        rowKey={({ level }) => String(level)}
      />
    </section>
  )
}
