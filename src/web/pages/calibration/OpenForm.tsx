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
import { review as reviewDa } from '../../texts/da/review.ts'
import { review as reviewEn } from '../../texts/en/review.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { ConflictLinks } from '../review/ConflictLinks.tsx'
import { FormBar } from '../review/FormBar.tsx'
import { MissingList } from '../review/MissingList.tsx'
import { QuestionCard } from '../review/QuestionCard.tsx'
import { SectionNav } from '../review/SectionNav.tsx'
import { Shortcuts } from '../review/Shortcuts.tsx'
import { useFormView } from '../review/use-form-view.ts'
import { useFormWalk } from '../review/use-form-walk.ts'
import { useWide } from '../review/use-wide.ts'
import { TrainingFile } from './TrainingFile.tsx'
import { useCalibrationQueue } from './use-calibration-queue.ts'

/** The same form as a review's, with the invented file beside it in place of the case system. */
export function OpenForm({ form }: { form: CalibrationForm }) {
  const { form: formName } = useTexts({ da: reviewDa, en: reviewEn })
  const queue = useCalibrationQueue(form)
  const box = useRef<HTMLDivElement>(null)
  const walk = useFormWalk(form.questions, queue, box)
  const { state, asked, toFill, missing, grades, current, here, goTo } = walk
  const [view, setView] = useFormView()
  const shown = view === 'all' ? asked : here === undefined ? [] : [here]
  const { started, completed } = form.trainingCase
  return (
    <div className="review-layout with-file">
      <SectionNav
        sections={form.sections}
        questions={asked}
        answers={walk.given}
        current={current}
        onGoTo={goTo}
      />
      <div className="review-form" ref={box} role="presentation" onKeyDown={walk.press}>
        <FormBar
          training
          done={toFill.length - missing.length}
          of={toFill.length}
          saved={state.saved}
          view={view}
          onNextMissing={missing.length > 0 || here !== undefined ? walk.goToMissing : undefined}
          onView={(chosen) => {
            setView(chosen)
            goTo(current)
          }}
        />
        <ConflictLinks questions={form.questions} conflicts={state.conflicts} onGoTo={goTo} />
        <section aria-label={formName}>
          {shown.map((question) => (
            <QuestionCard
              key={question.key}
              question={question}
              section={form.sections.find(({ number }) => number === question.section)}
              facts={{ started, completed, days: daysBetween(started, completed) }}
              content={queue.contentOf(question.key)}
              derived={grades.get(question.key)}
              mine={null}
              conflict={state.conflicts.get(question.key)}
              onAnswer={(part, moveOn) => walk.answer(question.key, part, moveOn)}
              onChange={(part) => queue.change(question.key, { ...queue.contentOf(question.key), ...part })}
              onSettle={(choice) => queue.settle(question.key, choice)}
              onFocus={() => walk.focusOn(question.key)}
              onStep={(by) => walk.step(question.key, by)}
              place={
                view === 'one' ? { first: question === asked[0], last: question === asked.at(-1) } : undefined
              }
            />
          ))}
        </section>
        {(view === 'all' || here === undefined) && (
          <Finish form={form} missing={missing} unsaved={queue.unsaved} onGoTo={goTo} />
        )}
        <Shortcuts />
      </div>
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
