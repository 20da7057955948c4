import { useEffect, useRef, useState, type ChangeEvent } from 'react'

/** Long enough not to save every letter, short enough to lose nothing worth mentioning. */
const pauseMilliseconds = 800

interface SavingTextProps {
  readonly wired: { readonly id: string; readonly 'aria-describedby': string | undefined }
  readonly value: string | null
  readonly maxLength: number
  /** Of a longer text; left out: one line. */
  readonly rows?: number
  readonly onSave: (text: string | null) => void
}

/** A text that saves itself: in a pause of the typing, on leaving the field, and when it goes. Blank is nothing. */
export function SavingText({ wired, value, maxLength, rows, onSave }: SavingTextProps) {
  const [text, setText] = useState(value ?? '')
  const unsaved = useRef<{ readonly save: () => void; readonly timer: number }>(undefined)
  const flush = () => {
    if (unsaved.current === undefined) return
    window.clearTimeout(unsaved.current.timer)
    unsaved.current.save()
  }
  useEffect(() => () => unsaved.current?.save(), [])
  const common = {
    ...wired,
    // Else the browser itself writes what is typed to its disk, in clear, to restore the window.
    autoComplete: 'off',
    maxLength,
    value: text,
    onBlur: flush,
    onChange: ({ target }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      const typed = target.value
      setText(typed)
      window.clearTimeout(unsaved.current?.timer)
      const save = () => {
        unsaved.current = undefined
        onSave(typed.trim() === '' ? null : typed.trim())
      }
      unsaved.current = { save, timer: window.setTimeout(save, pauseMilliseconds) }
    },
  }
  if (rows === undefined) return <input {...common} type="text" className="form-input" />
  return <textarea {...common} rows={rows} className="form-input" />
}
