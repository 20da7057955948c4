import { resultsEvidence as da } from '../../texts/da/results-evidence.ts'
import { resultsEvidence as en } from '../../texts/en/results-evidence.ts'
import { useTexts } from '../../texts/language.tsx'

interface ViewChoiceProps {
  readonly view: 'plot' | 'table'
  readonly onChange: (view: 'plot' | 'table') => void
}

/** The same questions as a picture or as figures. */
export function ViewChoice({ view, onChange }: ViewChoiceProps) {
  const { view: texts } = useTexts({ da, en })
  return (
    <fieldset className="picture-choice">
      <legend className="visually-hidden">{texts.label}</legend>
      {(['plot', 'table'] as const).map((one) => (
        <button key={one} type="button" aria-pressed={view === one} onClick={() => onChange(one)}>
          {texts[one]}
        </button>
      ))}
    </fieldset>
  )
}
