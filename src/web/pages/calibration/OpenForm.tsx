import { useRouter } from '@tanstack/react-router'
import { useRef } from 'react'
import { getCalibration, listCalibrations } from '../../../contract/calibration/calibrations.ts'
import { submitCalibrationForm, type CalibrationForm } from '../../../contract/calibration/form.ts'
import { daysBetween } from '../../../core/review/days-between.ts'
import { useSend } from '../../api.ts'
import { formatDate } from '../../format/dates.ts'
import { paths } from '../../paths.ts'
import { calibration as da } from '../../texts/da/calibration.ts'
import { calibration as en } from '../../texts/en/calibration.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { FormBody } from '../review/FormBody.tsx'
import { MissingList } from '../review/MissingList.tsx'
import { useFormView } from '../review/use-form-view.ts'
import { useFormWalk } from '../review/use-form-walk.ts'
import { useWide } from '../review/use-wide.ts'
import { TrainingFile } from './TrainingFile.tsx'
import { useCalibrationQueue } from './use-calibration-queue.ts'

/** The same form as a review's, with the invented file beside it in place of the case system. */
export function OpenForm({ form }: { form: CalibrationForm }) {
  const queue = useCalibrationQueue(form)
  const [view, setView] = useFormView()
  const box = useRef<HTMLDivElement>(null)
  const walk = useFormWalk(form.questions, queue, box)
  const { started, completed } = form.trainingCase
  return (
    <div className="review-layout with-file">
      <FormBody
        form={form}
        facts={{ started, completed, days: daysBetween(started, completed) }}
        queue={queue}
        walk={walk}
        box={box}
        mine={null}
        training
        view={view}
        onView={setView}
      >
        <Finish form={form} missing={walk.missing} unsaved={queue.unsaved} onGoTo={walk.goTo} />
      </FormBody>
      <FileBeside form={form} />
    </div>
  )
}

interface FinishProps {
  readonly form: CalibrationForm
  readonly missing: readonly CalibrationForm['questions'][number][]
  readonly unsaved: number
  readonly onGoTo: (question: string) => void
}

function Finish({ form, missing, unsaved, onGoTo }: FinishProps) {
  const texts = useTexts({ da, en })
  const router = useRouter()
  // Not the form itself: shown as handed in, it would take this button away before it has led back.
  const send = useSend(submitCalibrationForm, [getCalibration, listCalibrations])
  const params = { calibration: form.calibration.id, trainingCase: form.trainingCase.id }
  return (
    <section className="finish-panel" aria-labelledby="finish-heading" data-place="">
      <h2 id="finish-heading">{missing.length > 0 ? texts.missing(missing.length) : texts.finish}</h2>
      {send.isError && <Problem error={send.error} />}
      {missing.length > 0 ? (
        <>
          <p>{texts.missingBody}</p>
          <MissingList sections={form.sections} missing={missing} onGoTo={onGoTo} />
        </>
      ) : (
        <>
          <p>{texts.completeBody}</p>
          <div className="button-row">
            <Button
              variant="primary"
              busy={unsaved > 0 || send.isPending}
              onClick={() =>
                send.mutate(
                  { params },
                  {
                    onSuccess: () => void router.navigate({ href: paths.calibration(form.calibration.id) }),
                  },
                )
              }
            >
              {texts.submit}
            </Button>
          </div>
          {unsaved > 0 && <p className="soft small">{texts.stillSaving}</p>}
        </>
      )}
    </section>
  )
}

function FileBeside({ form }: { form: CalibrationForm }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const wide = useWide()
  const { started, completed, documents } = form.trainingCase
  const file = (
    <>
      <p>{texts.documentsOf(formatDate(started, language), formatDate(completed, language))}</p>
      <TrainingFile documents={documents} />
    </>
  )
  return (
    // Where it scrolls by itself it needs a stop for the keyboard: there is nothing inside to reach by Tab.
    <aside className="case-facts" aria-label={texts.fileHeading} {...(wide ? { tabIndex: 0 } : {})}>
      {wide ? (
        <>
          <h2>{texts.fileHeading}</h2>
          {file}
        </>
      ) : (
        <Disclosure summary={texts.fileHeading}>{file}</Disclosure>
      )}
    </aside>
  )
}
