import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import {
  getMailPreference,
  saveMailPreference,
  type MailPreferenceView,
} from '../../../contract/notification/mail-preference.ts'
import { digestRhythms } from '../../../core/notification/digest-day.ts'
import { languages } from '../../../core/language/language.ts'
import { ask, useSend } from '../../api.ts'
import { notifications as da } from '../../texts/da/notifications.ts'
import { notifications as en } from '../../texts/en/notifications.ts'
import { useTexts } from '../../texts/language.tsx'
import { Answer } from '../../ui/Answer.tsx'
import { Field } from '../../ui/Field.tsx'
import { Problem } from '../../ui/Problem.tsx'

/** How often the collecting mail comes, and in which language; a choice acts at once. */
export function MailPreference() {
  const texts = useTexts({ da, en })
  const query = useQuery(ask(getMailPreference, {}))
  return (
    <section>
      <h2>{texts.mailHeading}</h2>
      <Answer query={query}>{(preference) => <Choices preference={preference} />}</Answer>
    </section>
  )
}

function Choices({ preference }: { preference: MailPreferenceView }) {
  const texts = useTexts({ da, en })
  const send = useSend(saveMailPreference, [getMailPreference])
  const [done, setDone] = useState('')
  const { digest, language, email, sending } = preference
  const save = (change: Partial<Pick<MailPreferenceView, 'digest' | 'language'>>) =>
    send.mutate({ body: { digest, language, ...change } }, { onSuccess: () => setDone(texts.saved) })
  return (
    <>
      <p>{!sending ? texts.notSending : email === null ? texts.noAddress : texts.sentTo(email)}</p>
      {send.isError && <Problem error={send.error} />}
      <output className="done-note">{done}</output>
      <div className="search-bar">
        <Field label={texts.rhythm}>
          {(wired) => (
            <select
              {...wired}
              className="form-select"
              value={digest}
              onChange={({ target }) => {
                const chosen = digestRhythms.find((rhythm) => rhythm === target.value)
                if (chosen !== undefined) save({ digest: chosen })
              }}
            >
              {digestRhythms.map((rhythm) => (
                <option key={rhythm} value={rhythm}>
                  {texts.rhythms[rhythm]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={texts.language}>
          {(wired) => (
            <select
              {...wired}
              className="form-select"
              value={language}
              onChange={({ target }) => {
                const chosen = languages.find((each) => each === target.value)
                if (chosen !== undefined) save({ language: chosen })
              }}
            >
              {languages.map((each) => (
                <option key={each} value={each}>
                  {texts.languages[each]}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <p className="soft small">{texts.urgentAlways}</p>
    </>
  )
}
