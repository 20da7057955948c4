import type { Results, Summary } from '../../../contract/analysis/results.ts'
import type { ChangeClass } from '../../../core/analysis/analysis.ts'
import { formatInteger } from '../../format/numbers.ts'
import { results as da } from '../../texts/da/results.ts'
import { results as en } from '../../texts/en/results.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { ChangeTag } from './ChangeTag.tsx'
import { Sight } from './Sight.tsx'

/** What can and cannot be concluded from the single questions. */
interface ConclusionStripProps {
  readonly results: Results
  /** Of one stage's questions alone; else of all. */
  readonly stage: string | undefined
  readonly stageTitle: (stage: string) => string
}

export function ConclusionStrip({ results, stage: chosen, stageTitle }: ConclusionStripProps) {
  const { composites } = results
  const summary = results.byStage.find(({ stage }) => stage === chosen)?.summary ?? results.summary
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const { strip } = texts
  const { classicalClasses: classical } = summary
  const overall = composites.find(({ stage }) => stage === (chosen ?? null))?.change?.class
  return (
    <section>
      <h2>{strip.heading}</h2>
      {chosen !== undefined && <p className="reading-width">{strip.ofStage(stageTitle(chosen))}</p>}
      <div className="conclusion-strip">
        <Part title={strip.certain} classes={['improved', 'declined']} summary={summary} overall={overall} />
        <Part title={strip.watch} classes={['signal-up', 'signal-down']} summary={summary} overall={overall}>
          {summary.tested > 0 && (
            <p className="soft small">
              {strip.watchNote(chanceWords(summary.expectedFalseSignals, strip, language))}
            </p>
          )}
        </Part>
        <Part
          title={strip.unknown}
          classes={['no-clear-change', 'all-compliant-both', 'too-few']}
          summary={summary}
          overall={overall}
        />
      </div>
      <p className="reading-width">{strip.caution}</p>
      {/* How sharply the round sees is computed for all stages together. */}
      {chosen === undefined && <Sight results={results} />}
      <Disclosure summary={strip.method}>
        {strip.methodBody.map((paragraph) => (
          <p key={paragraph} className="reading-width">
            {paragraph}
          </p>
        ))}
        <p className="reading-width">
          {texts.classicalStrip(
            classical.progress,
            classical.unchanged,
            classical.decline,
            classical['held-at-100'],
          )}
        </p>
      </Disclosure>
    </section>
  )
}

/** Rounded as the sentence at the top of the page is. */
function chanceWords(
  expected: number,
  { about, fewerThanOne }: (typeof da)['strip'],
  language: ReturnType<typeof useLanguage>,
): string {
  const whole = Math.round(expected)
  return whole === 0 ? fewerThanOne : about(formatInteger(whole, language))
}

interface PartProps {
  readonly title: string
  readonly classes: readonly ChangeClass[]
  readonly summary: Summary
  /** What all stages taken together came to; stands where its class belongs. */
  readonly overall: ChangeClass | undefined
  readonly children?: React.ReactNode
}

function Part({ title, classes, summary, overall, children }: PartProps) {
  const { strip } = useTexts({ da, en })
  const language = useLanguage()
  return (
    <div>
      <h3>{title}</h3>
      <ul className="plain-list no-max-width">
        {overall !== undefined && classes.includes(overall) && (
          <li>
            {strip.overall} <ChangeTag kind={overall} of="cases" />
          </li>
        )}
        {classes.map((name) => (
          <li key={name} className={summary.classes[name] === 0 ? 'soft' : undefined}>
            <strong>{formatInteger(summary.classes[name], language)}</strong>{' '}
            {strip.perClass[name](summary.classes[name])}
          </li>
        ))}
      </ul>
      {children}
    </div>
  )
}
