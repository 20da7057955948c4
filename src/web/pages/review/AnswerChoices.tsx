import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react'

interface Choice {
  readonly value: string
  readonly label: string
  /** The one key that chooses it; shown, and read by the question. */
  readonly key: string | undefined
}

interface AnswerChoicesProps {
  readonly legend: ReactNode
  readonly choices: readonly Choice[]
  readonly value: string | null
  /** A part of a question rather than the question itself. */
  readonly minor?: boolean
  readonly onChoose: (value: string) => void
}

/**
 * The answers to choose from. Arrow left and right only move the focus, unlike a browser's radio buttons: every choice is
 * saved at once, so passing over an answer must not give it.
 */
export function AnswerChoices({ legend, choices, value, minor = false, onChoose }: AnswerChoicesProps) {
  const name = useId()
  const group = useRef<HTMLDivElement>(null)
  const rove = (event: KeyboardEvent<HTMLInputElement>) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (by === 0) return
    event.preventDefault()
    const inputs = [...(group.current?.querySelectorAll<HTMLElement>('input') ?? [])]
    inputs.at((inputs.indexOf(event.currentTarget) + by) % inputs.length)?.focus()
  }
  return (
    <fieldset className={minor ? 'answer-choices minor' : 'answer-choices'}>
      <legend>{legend}</legend>
      <div className="answer-row" ref={group}>
        {choices.map((each) => (
          <label key={each.value} className={value === each.value ? 'chosen' : undefined}>
            <input
              type="radio"
              name={name}
              value={each.value}
              checked={value === each.value}
              onChange={() => onChoose(each.value)}
              onKeyDown={rove}
            />
            <span>{each.label}</span>
            {each.key !== undefined && <kbd aria-hidden="true">{each.key}</kbd>}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
