import { review as da } from '../../texts/da/review.ts'
import { review as en } from '../../texts/en/review.ts'
import { reviewForm as daForm } from '../../texts/da/review-form.ts'
import { reviewForm as enForm } from '../../texts/en/review-form.ts'
import { useTexts } from '../../texts/language.tsx'
import { ReportCritical } from '../critical/ReportCritical.tsx'
import { SaveState, type Saved } from '../../ui/SaveState.tsx'
import type { FormView } from './use-form-view.ts'

interface FormBarProps {
  readonly done: number
  readonly of: number
  readonly saved: Saved
  readonly view: FormView
  /** An invented file, in which no child can be at risk. */
  readonly training?: boolean
  /** To what is missing, else to the end; undefined there. */
  readonly onNextMissing: (() => void) | undefined
  readonly onView: (view: FormView) => void
}

/** How far the form is and whether it is saved; stays in sight while the questions scroll. */
export function FormBar({ done, of, saved, view, training = false, onNextMissing, onView }: FormBarProps) {
  const texts = useTexts({ da, en })
  const form = useTexts({ da: daForm, en: enForm })
  return (
    <div className="form-bar">
      <div className="form-bar-progress">
        <progress
          aria-label={texts.progress}
          max={Math.max(of, 1)}
          value={done}
          aria-valuetext={texts.answered(done, of)}
        />
        <span aria-hidden="true" className="numeric">
          {texts.answered(done, of)}
        </span>
      </div>
      {!training && <ReportCritical />}
      <fieldset className="view-choice">
        <legend className="visually-hidden">{texts.view}</legend>
        {(['one', 'all'] as const).map((each) => (
          <button key={each} type="button" aria-pressed={view === each} onClick={() => onView(each)}>
            {texts[each]}
          </button>
        ))}
      </fieldset>
      <SaveState saved={saved} />
      {onNextMissing !== undefined && (
        <div className="note-buttons">
          <button type="button" onClick={onNextMissing}>
            {done < of ? form.nextMissing : texts.toFinish}{' '}
            <kbd aria-hidden="true">{form.nextMissingKey}</kbd>
          </button>
        </div>
      )}
    </div>
  )
}
