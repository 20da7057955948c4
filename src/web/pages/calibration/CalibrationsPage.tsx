import { useQuery } from '@tanstack/react-query'
import { listCalibrations, type CalibrationSummary } from '../../../contract/calibration/calibrations.ts'
import { ask } from '../../api.ts'
import { formatShortDate } from '../../format/dates.ts'
import { formatInteger, formatPercent } from '../../format/numbers.ts'
import { paths } from '../../paths.ts'
import { useMay } from '../../session.ts'
import { calibration as da } from '../../texts/da/calibration.ts'
import { calibration as en } from '../../texts/en/calibration.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { buttonClass } from '../../ui/Button.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Link } from '../../ui/Link.tsx'
import { PageAnswer } from '../../ui/PageAnswer.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { Permitted } from '../../ui/Permitted.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { AgreementSeries } from './AgreementSeries.tsx'

export function CalibrationsPage() {
  const query = useQuery({ ...ask(listCalibrations, {}), refetchOnMount: 'always' as const })
  return (
    <Permitted action="calibration.read">
      <PageAnswer query={query}>
        {({ today, calibrations }) => <ListView today={today} calibrations={calibrations} />}
      </PageAnswer>
    </Permitted>
  )
}

interface ListViewProps {
  readonly today: string
  readonly calibrations: readonly CalibrationSummary[]
}

function ListView({ today, calibrations }: ListViewProps) {
  const texts = useTexts({ da, en })
  const mayLead = useMay()('calibration.lead')
  const waiting = calibrations.filter(({ waitsForMe }) => waitsForMe).length
  return (
    <>
      <PageHeading
        title={texts.title}
        question={
          calibrations.length === 0
            ? texts.question
            : waiting > 0
              ? texts.summary(waiting)
              : texts.nothingOpen
        }
        actions={
          mayLead && (
            <>
              <Link className={buttonClass('primary')} to={paths.newCalibration()}>
                {texts.newCalibration}
              </Link>
              <Link className={buttonClass('secondary')} to={paths.trainingCases()}>
                {texts.trainingCases}
              </Link>
            </>
          )
        }
      />
      {calibrations.length === 0 ? (
        <EmptyState title={texts.noneTitle}>{mayLead ? texts.noneBody : texts.noneInvited}</EmptyState>
      ) : (
        <CalibrationTable today={today} calibrations={calibrations} />
      )}
      <AgreementSeries calibrations={calibrations} />
    </>
  )
}

function CalibrationTable({ today, calibrations }: ListViewProps) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  const columns: readonly DataColumn<CalibrationSummary>[] = [
    {
      key: 'name',
      title: texts.name,
      rowHeader: true,
      render: ({ id, name }) => <Link to={paths.calibration(id)}>{name}</Link>,
    },
    { key: 'programme', title: texts.programme, render: ({ programme }) => local(programme) },
    {
      key: 'state',
      title: texts.state,
      render: ({ state, waitsForMe, dueOn }) => (
        <>
          <StatusTag kind={waitsForMe ? 'attention' : state === 'opened' ? 'done' : 'neutral'}>
            {waitsForMe ? texts.waitsForYou : texts.states[state]}
          </StatusTag>
          {state === 'answering' && dueOn < today && (
            <>
              {' '}
              <StatusTag kind="danger">{texts.overdue}</StatusTag>
            </>
          )}
        </>
      ),
    },
    {
      key: 'due',
      title: texts.due,
      sortBy: ({ dueOn }) => dueOn,
      render: ({ dueOn }) => formatShortDate(dueOn, language),
    },
    {
      key: 'people',
      title: texts.people,
      align: 'end',
      render: ({ done, people }) => texts.peopleOf(done, people),
    },
    {
      key: 'agreement',
      title: texts.agreement,
      align: 'end',
      render: ({ agreement }) =>
        agreement === null ? (
          <span className="soft">{texts.sealedYet}</span>
        ) : agreement.pairs === 0 ? (
          '–'
        ) : (
          texts.agreementOf(
            formatPercent(agreement.agreeing / agreement.pairs, language),
            formatInteger(agreement.pairs, language),
          )
        ),
    },
  ]
  return (
    <DataTable
      caption={texts.caption}
      captionHidden
      stacked
      columns={columns}
      rows={calibrations}
      rowKey={({ id }) => id}
    />
  )
}
