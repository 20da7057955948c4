import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { getCalibrationForm, type CalibrationForm } from '../../../contract/calibration/form.ts'
import { ask } from '../../api.ts'
import { formatDate } from '../../format/dates.ts'
import { paths } from '../../paths.ts'
import { calibration as da } from '../../texts/da/calibration.ts'
import { calibration as en } from '../../texts/en/calibration.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { Breadcrumb } from '../../ui/Breadcrumb.tsx'
import { KeyValues } from '../../ui/KeyValues.tsx'
import { Link } from '../../ui/Link.tsx'
import { PageAnswer } from '../../ui/PageAnswer.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { useGiven } from '../review/use-given.ts'
import { OpenForm } from './OpenForm.tsx'
import { TrainingFile } from './TrainingFile.tsx'

export function CalibrationFormPage() {
  const { calibration, trainingCase } = useParams({
    from: '/calibrations/$calibration/cases/$trainingCase',
  })
  // Asked afresh on every opening: a form filled in from an old copy would meet its own newer answers as conflicts.
  const query = useQuery({
    ...ask(getCalibrationForm, { params: { calibration, trainingCase } }),
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
  return <PageAnswer query={query}>{(form) => <FormView key={trainingCase} form={form} />}</PageAnswer>
}

function FormView({ form }: { form: CalibrationForm }) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const language = useLanguage()
  const { calibration, trainingCase, submittedAt } = form
  const writable = submittedAt === null && calibration.state === 'answering'
  return (
    <>
      <Breadcrumb
        above={[
          { title: texts.title, to: paths.calibrations() },
          { title: calibration.name, to: paths.calibration(calibration.id) },
        ]}
      />
      <PageHeading
        title={trainingCase.title}
        question={texts.formQuestion(local(form.stage), formatDate(calibration.dueOn, language))}
      />
      <p className="soft">{texts.invented}</p>
      {writable ? (
        <OpenForm form={form} />
      ) : (
        <>
          <div className="note">
            <p>{submittedAt === null ? texts.closedNote : texts.submittedNote}</p>
            <p>
              <Link to={paths.calibration(calibration.id)}>{texts.back}</Link>
            </p>
          </div>
          <h2>{texts.yourAnswers}</h2>
          <OwnAnswers form={form} />
          <h2>{texts.fileHeading}</h2>
          <TrainingFile documents={trainingCase.documents} />
        </>
      )}
    </>
  )
}

function OwnAnswers({ form }: { form: CalibrationForm }) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const word = useGiven()
  return (
    <KeyValues
      items={form.questions.map((question) => {
        const answer = form.answers.find((each) => each.question === question.key)
        const given = answer?.answer ?? answer?.value ?? null
        return {
          key: question.key,
          name: `${question.number} ${local(question.text)}`,
          value: (
            <>
              {given === null ? <span className="soft">{texts.noAnswer}</span> : word(question, given)}
              {answer !== undefined && answer.comment !== null && (
                <span className="cell-note pre-line">{answer.comment}</span>
              )}
            </>
          ),
        }
      })}
    />
  )
}
