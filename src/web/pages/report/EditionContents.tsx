import type { Audience, ReportContents } from '../../../contract/report/report.ts'
import { formatInteger } from '../../format/numbers.ts'
import { report as da } from '../../texts/da/report.ts'
import { report as en } from '../../texts/en/report.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'

interface EditionContentsProps {
  readonly edition: NonNullable<ReportContents['edition']>
  readonly audience: Audience
}

/** What the chosen edition says and what it leaves out. */
export function EditionContents({ edition, audience }: EditionContentsProps) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const language = useLanguage()
  return (
    <section>
      <h2>{texts.contents(texts.audienceWord[audience])}</h2>
      <ol className="edition-contents">
        {edition.sections.map(({ title, annex, parts }) => (
          <li key={local(title)}>
            {local(title)}
            {annex && <span className="soft small"> ({texts.annex})</span>}
            {parts.length > 0 && <span className="cell-note">{parts.map(local).join(' · ')}</span>}
          </li>
        ))}
      </ol>
      <h2>{texts.hidden}</h2>
      {audience === 'internal' ? (
        <p className="reading-width">{texts.internalHidden}</p>
      ) : (
        <>
          <p>
            <strong>
              {texts.publicHidden(
                formatInteger(edition.withheld, language),
                formatInteger(edition.figures, language),
              )}
            </strong>
          </p>
          <ul>
            {texts.publicRules(edition.smallCell).map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ul>
          <div className="note">
            <p>{texts.publicLimits}</p>
          </div>
        </>
      )}
    </section>
  )
}
