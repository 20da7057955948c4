import { useEffect, useRef } from 'react'
import { useCommonTexts } from '../texts/common.ts'

export interface FormError {
  /** The `id` of the control the error belongs to. */
  readonly control: string
  readonly text: string
}

/** What must be corrected before the form can be sent, each leading to its field. Nothing is drawn without errors. */
export function ErrorSummary({ errors }: { errors: readonly FormError[] }) {
  const texts = useCommonTexts()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (errors.length > 0) box.current?.focus()
  }, [errors])
  if (errors.length === 0) return null
  return (
    <div className="problem" role="alert" tabIndex={-1} ref={box}>
      <h2>{texts.problem.inputHeading}</h2>
      <ul>
        {errors.map(({ control, text }) => (
          <li key={control}>
            <a
              href={`#${control}`}
              onClick={(event) => {
                event.preventDefault()
                document.getElementById(control)?.focus()
              }}
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
