import { registers as da } from '../../../texts/da/registers.ts'
import { registers as en } from '../../../texts/en/registers.ts'
import { useLocal, useTexts } from '../../../texts/language.tsx'
import { Disclosure } from '../../../ui/Disclosure.tsx'
import type { ListedRegister } from './listed-register.ts'

/** What a gate asks, and behind a click where each rule stands and what is our reading of it. */
export function RegisterRules({ about, rules }: { about: string; rules: ListedRegister['rules'] }) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  return (
    <>
      <p>{about}</p>
      <Disclosure summary={texts.aboutSummary}>
        <ul>
          {rules.map(({ key, title, basis, confidence, note }) => (
            <li key={key}>
              <strong>{local(title)}</strong> ({basis}; {texts.confidences[confidence]}).
              {note !== null && <> {local(note)}</>}
            </li>
          ))}
        </ul>
      </Disclosure>
    </>
  )
}
