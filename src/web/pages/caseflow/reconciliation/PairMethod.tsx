import type { ReadyReconciliation } from '../../../../contract/caseflow/reconciliation.ts'
import { reconciliation as da } from '../../../texts/da/reconciliation.ts'
import { reconciliation as en } from '../../../texts/en/reconciliation.ts'
import { useLocal, useTexts } from '../../../texts/language.tsx'
import { Disclosure } from '../../../ui/Disclosure.tsx'

/** Which questions and deadlines ask the same, and which only seem to. */
export function PairMethod({ answer: { questions, leftOut, problems } }: { answer: ReadyReconciliation }) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  return (
    <Disclosure summary={texts.method}>
      <p>{texts.pairs}</p>
      <ul>
        {questions.map(({ question, number, text, rules, note }) => (
          <li key={question}>
            {texts.asks(number, local(text))} ({rules.map(({ key }) => key).join(', ')}){' '}
            {note !== null && <span className="soft">{local(note)}</span>}
          </li>
        ))}
      </ul>
      {leftOut.length > 0 && (
        <>
          <p>{texts.leftOut}</p>
          <ul>
            {leftOut.map(({ question, rules, why }) => (
              <li key={question}>
                {question} ({rules.join(', ')}): {local(why)}
              </li>
            ))}
          </ul>
        </>
      )}
      {problems.length > 0 && (
        <>
          <p>{texts.problems}</p>
          <ul>
            {problems.map((problem) => (
              <li key={problem.da}>{local(problem)}</li>
            ))}
          </ul>
        </>
      )}
    </Disclosure>
  )
}
