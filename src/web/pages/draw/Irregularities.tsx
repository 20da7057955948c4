import { useState, type SubmitEvent } from 'react'
import { addIrregularity, getRound, type Round } from '../../../contract/draw/rounds.ts'
import { useSend } from '../../api.ts'
import { formatDate } from '../../format/dates.ts'
import { fieldProblems } from '../../problem-words.ts'
import { useMay } from '../../session.ts'
import { rounds as da } from '../../texts/da/rounds.ts'
import { rounds as en } from '../../texts/en/rounds.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Field } from '../../ui/Field.tsx'
import { Problem } from '../../ui/Problem.tsx'

/** What deviated from the plan, with a form for those who may note it. */
export function Irregularities({ round }: { round: Round }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const may = useMay()
  return (
    <section aria-labelledby="irregularities">
      <h2 id="irregularities">{texts.irregularitiesHeading}</h2>
      <p className="soft">{texts.irregularitiesIntro}</p>
      {round.irregularities.length === 0 ? (
        <p>{texts.irregularitiesNone}</p>
      ) : (
        <ul>
          {round.irregularities.map(({ id, at, ...text }) => (
            <li key={id}>
              {language === 'en' && text.en !== null ? text.en : text.da}{' '}
              <span className="soft small">({formatDate(at, language)})</span>
            </li>
          ))}
        </ul>
      )}
      {may('irregularity.add') && round.state !== 'closed' && (
        <Disclosure summary={texts.irregularityAdd}>
          <IrregularityForm round={round.key} />
        </Disclosure>
      )}
    </section>
  )
}

function IrregularityForm({ round }: { round: string }) {
  const texts = useTexts({ da, en })
  const send = useSend(addIrregularity, [getRound])
  const [danish, setDanish] = useState('')
  const [english, setEnglish] = useState('')
  const [missing, setMissing] = useState(false)
  const problems = fieldProblems(send.error)

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const empty = danish.trim() === ''
    setMissing(empty)
    if (empty) {
      document.getElementById('irregularity-da')?.focus()
      return
    }
    const text = { da: danish, en: english.trim() === '' ? null : english }
    send.mutate(
      { params: { round }, body: text },
      {
        onSuccess: () => {
          setDanish('')
          setEnglish('')
        },
      },
    )
  }

  return (
    <form noValidate onSubmit={submit}>
      {send.isError && problems.size === 0 && <Problem error={send.error} />}
      <Field
        id="irregularity-da"
        label={texts.irregularityDa}
        hint={texts.irregularityHint}
        error={missing ? texts.irregularityMissing : problems.get('da')}
      >
        {(wired) => (
          <textarea
            {...wired}
            className="form-input"
            rows={3}
            maxLength={2000}
            value={danish}
            onChange={(event) => setDanish(event.target.value)}
          />
        )}
      </Field>
      <Field label={texts.irregularityEn} optional error={problems.get('en')}>
        {(wired) => (
          <textarea
            {...wired}
            className="form-input"
            rows={3}
            maxLength={2000}
            lang="en"
            value={english}
            onChange={(event) => setEnglish(event.target.value)}
          />
        )}
      </Field>
      <div className="button-row">
        <Button type="submit" busy={send.isPending}>
          {texts.irregularitySave}
        </Button>
        <output>{send.isSuccess && texts.irregularitySaved}</output>
      </div>
    </form>
  )
}
