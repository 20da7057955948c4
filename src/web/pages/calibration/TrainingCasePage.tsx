import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { getTrainingCase, listTrainingCases } from '../../../contract/calibration/training-cases.ts'
import { ask } from '../../api.ts'
import { paths } from '../../paths.ts'
import { calibration as da } from '../../texts/da/calibration.ts'
import { calibration as en } from '../../texts/en/calibration.ts'
import { useTexts } from '../../texts/language.tsx'
import { Breadcrumb } from '../../ui/Breadcrumb.tsx'
import { PageAnswer } from '../../ui/PageAnswer.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { Permitted } from '../../ui/Permitted.tsx'
import { TrainingCaseForm } from './TrainingCaseForm.tsx'

/** Writes an invented case. */
export function NewTrainingCasePage() {
  return (
    <Permitted action="calibration.lead">
      <NewCase />
    </Permitted>
  )
}

/** Shows an invented case and writes new versions of it. */
export function TrainingCasePage() {
  return (
    <Permitted action="calibration.lead">
      <ChangeCase />
    </Permitted>
  )
}

function NewCase() {
  const texts = useTexts({ da, en })
  const stages = useQuery(ask(listTrainingCases, {}))
  return (
    <>
      <Above />
      <PageHeading title={texts.newCaseTitle} question={texts.caseQuestion} />
      <PageAnswer query={stages}>
        {(listed) => <TrainingCaseForm stages={listed.stages} training={undefined} />}
      </PageAnswer>
    </>
  )
}

function ChangeCase() {
  const texts = useTexts({ da, en })
  const { trainingCase } = useParams({ from: '/training-cases/$trainingCase' })
  const stages = useQuery(ask(listTrainingCases, {}))
  const query = useQuery({
    ...ask(getTrainingCase, { params: { trainingCase } }),
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
  return (
    <>
      <Above />
      <PageAnswer query={query}>
        {(training) => (
          <>
            <PageHeading title={training.title} question={texts.caseVersion(training.version)} />
            <PageAnswer query={stages}>
              {(listed) => (
                <TrainingCaseForm
                  key={`${training.id} ${training.version}`}
                  stages={listed.stages}
                  training={training}
                />
              )}
            </PageAnswer>
          </>
        )}
      </PageAnswer>
    </>
  )
}

function Above() {
  const texts = useTexts({ da, en })
  return (
    <Breadcrumb
      above={[
        { title: texts.title, to: paths.calibrations() },
        { title: texts.casesTitle, to: paths.trainingCases() },
      ]}
    />
  )
}
