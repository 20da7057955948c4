import { rounds as da } from '../../texts/da/rounds.ts'
import { rounds as en } from '../../texts/en/rounds.ts'
import { useTexts } from '../../texts/language.tsx'
import type { Quarter } from './quarters.ts'

interface QuarterButtonsProps {
  readonly quarters: readonly Quarter[]
  readonly chosen: { readonly periodFrom: string; readonly periodTo: string }
  readonly onChoose: (quarter: Quarter) => void
}

/** Shortcuts to the periods that audits usually have. */
export function QuarterButtons({ quarters, chosen, onChoose }: QuarterButtonsProps) {
  const texts = useTexts({ da, en })
  return (
    <div className="shortcuts">
      {quarters.map((quarter) => (
        <button
          key={quarter.key}
          type="button"
          aria-pressed={chosen.periodFrom === quarter.from && chosen.periodTo === quarter.to}
          onClick={() => onChoose(quarter)}
        >
          {texts.newQuarter(quarter.quarter, quarter.year)}
        </button>
      ))}
    </div>
  )
}
