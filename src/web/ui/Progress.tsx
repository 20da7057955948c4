import { useCommonTexts } from '../texts/common.ts'

/** How far something is, in words and as a line: `12 af 20`. */
export function Progress({ label, done, of }: { label: string; done: number; of: number }) {
  const texts = useCommonTexts()
  return (
    <span className="progress">
      <progress
        aria-label={label}
        max={Math.max(of, 1)}
        value={Math.min(done, of)}
        aria-valuetext={texts.progress(done, of)}
      />
      <span aria-hidden="true">{texts.progress(done, of)}</span>
    </span>
  )
}

export interface Step {
  readonly key: string
  readonly title: string
  readonly state: 'done' | 'current' | 'upcoming'
  readonly detail?: string
}

/** A course of steps with the present one marked, in words as well. */
export function Steps({ label, steps }: { label: string; steps: readonly Step[] }) {
  const texts = useCommonTexts()
  return (
    <ol className="steps no-max-width" aria-label={label}>
      {steps.map((step) => (
        <li
          key={step.key}
          className={step.state}
          aria-current={step.state === 'current' ? 'step' : undefined}
        >
          <strong>{step.title}</strong>
          <span className="soft small">{step.detail ?? texts.steps[step.state]}</span>
        </li>
      ))}
    </ol>
  )
}
