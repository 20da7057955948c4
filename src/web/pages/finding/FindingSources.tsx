import type { FindingView } from '../../../contract/finding/finding.ts'
import { finding as da } from '../../texts/da/finding.ts'
import { finding as en } from '../../texts/en/finding.ts'
import { useLocal, useTexts } from '../../texts/language.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'

/** What each level found, and what the law says. */
export function FindingSources({ of }: { of: FindingView }) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const { sources, law, guidance, question } = of
  return (
    <section aria-labelledby="finding-found">
      <h2 id="finding-found">{texts.foundHeading}</h2>
      {question === null && <p className="soft">{texts.addedInWords}</p>}
      {sources.map(({ level, title, answer, comment, evidence, foundOn, withdrawn }) => (
        <div key={`${level} ${foundOn}`} className="finding-source">
          <h3>
            {local(title)}
            {withdrawn && <span className="soft"> ({texts.withdrawn})</span>}
          </h3>
          {answer !== null ? (
            <p>{texts.answered(texts.answers[answer])}</p>
          ) : (
            question !== null && <p className="soft">{texts.sameError}</p>
          )}
          {comment !== null && <blockquote className="reading-width pre-line">{comment}</blockquote>}
          {evidence !== null && <p className="soft small">{texts.evidence(evidence)}</p>}
        </div>
      ))}
      {law !== null && (
        <Disclosure summary={texts.law(law.reference)}>
          <p>{local(law.title)}</p>
        </Disclosure>
      )}
      {guidance !== null && (
        <Disclosure summary={texts.guidance}>
          <p className="reading-width">{local(guidance)}</p>
        </Disclosure>
      )}
    </section>
  )
}
