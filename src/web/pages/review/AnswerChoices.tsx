import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react'
import type { AnswerValue } from '../../../core/programme/programme.ts'
import { review as da } from '../../texts/da/review.ts'
import { review as en } from '../../texts/en/review.ts'
import { useTexts } from '../../texts/language.tsx'

const values = ['yes', 'no', 'na'] as const

interface AnswerChoicesProps {
  readonly name: string
  readonly legend: ReactNode
  readonly value: AnswerValue | null
  readonly onChoose: (answer: AnswerValue) => void
}

/**
 * Yes, no, not applicable. Arrow left and right only move the focus, unlike a browser's radio buttons: every choice is
 * saved at once, so passing over an answer must not give it.
 */
export function AnswerChoices({ name, legend, value, onChoose }: AnswerChoicesProps) {
  const texts = useTexts({ da, en })
  const id = useId()
  const group = useRef<HTMLDivElement>(null)
  const rove = (event: KeyboardEvent<HTMLInputElement>) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (by === 0) return
    event.preventDefault()
    const choices = [...(group.current?.querySelectorAll<HTMLElement>('input') ?? [])]
    choices.at((choices.indexOf(event.currentTarget) + by) % choices.length)?.focus()
  }
  return (
    <fieldset className="answer-choices">
      <legend>{legend}</legend>
      <div className="answer-row" ref={group}>
        {values.map((each) => (
          <label key={each} className={value === each ? 'chosen' : undefined}>
            <input
              type="radio"
              name={`${id} ${name}`}
              value={each}
              checked={value === each}
              onChange={() => onChoose(each)}
              onKeyDown={rove}
            />
            <span>{texts.answers[each]}</span>
            <kbd aria-hidden="true">{texts.keys[each]}</kbd>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
