import type { Feedback } from '../../../contract/review/feedback.ts'
import { feedback as da } from '../../texts/da/feedback.ts'
import { feedback as en } from '../../texts/en/feedback.ts'
import { useLocal, useTexts } from '../../texts/language.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'

/** What was in order: whole sections in a line each, the rest by its points. */
export function Strengths({ strengths }: { strengths: Feedback['strengths'] }) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  return (
    <section>
      <h2>{texts.strengthsHeading}</h2>
      {strengths.map(({ section, whole, points }) => (
        <Disclosure
          key={local(section)}
          summary={
            <>
              <strong>{local(section)}</strong>{' '}
              <span className="soft">{whole ? texts.whole : texts.partly}</span>
            </>
          }
          open={!whole}
        >
          <ul>
            {points.map(({ number, text }) => (
              <li key={number}>
                <span className="numeric soft">{number}</span> {local(text)}
              </li>
            ))}
          </ul>
        </Disclosure>
      ))}
    </section>
  )
}
