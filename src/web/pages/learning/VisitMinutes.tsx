import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { call } from '../../../contract/client.ts'
import { getVisit, saveVisitMinutes, type VisitView } from '../../../contract/learning/visits.ts'
import { wordsOf } from '../../problem-words.ts'
import { useCommonTexts } from '../../texts/common.ts'
import { visits as da } from '../../texts/da/visits.ts'
import { visits as en } from '../../texts/en/visits.ts'
import { useTexts } from '../../texts/language.tsx'
import { Field } from '../../ui/Field.tsx'
import { SaveState } from '../../ui/SaveState.tsx'
import { Conflict } from './Conflict.tsx'
import { MinutesWordings } from './MinutesWordings.tsx'
import { useVersionedDraft } from './use-versioned-draft.ts'

/** Long enough to finish a word in, in ms. */
const pause = 1200
/** Until it is tried again without a network, in ms. */
const retry = 5000

export function VisitMinutes({ visit }: { visit: VisitView }) {
  const texts = useTexts({ da, en })
  if (visit.mayLead) return <Writing visit={visit} />
  return (
    <section aria-labelledby="visit-minutes">
      <h3 id="visit-minutes">{texts.minutes}</h3>
      {visit.minutes === '' ? <p>{texts.minutesNone}</p> : <p className="visit-text">{visit.minutes}</p>}
      <MinutesWordings visit={visit} />
    </section>
  )
}

/** Saves itself as it is written. */
function Writing({ visit }: { visit: VisitView }) {
  const texts = useTexts({ da, en })
  const { problem } = useCommonTexts()
  const client = useQueryClient()
  const params = { visit: visit.id }
  const { draft, change, dirty, saved, save, theirs, takeTheirs, keepMine } = useVersionedDraft<string>({
    stored: { value: visit.minutes, version: visit.minutesVersion },
    // The server trims a text; a space at its end while somebody writes is no change.
    isSame: (a, b) => a.trim() === b.trim(),
    reasonOf: (error) => {
      const { message, items } = wordsOf(error, problem)
      return items[0] ?? message
    },
    put: async (text, version) => {
      const answer = await call(saveVisitMinutes, { params, body: { text, version } })
      client.setQueryData<VisitView>([getVisit.path, { params }], (view) =>
        view === undefined ? view : { ...view, minutes: text.trim(), minutesVersion: answer.version },
      )
      return answer
    },
  })
  const saveNow = useEffectEvent((text?: string) => void save(text))
  const { state } = saved
  useEffect(() => {
    if (!dirty || theirs !== null || state === 'saving') return undefined
    const timer = window.setTimeout(() => saveNow(draft), state === 'offline' ? retry : pause)
    return () => window.clearTimeout(timer)
    // A refused text is sent again once it has changed.
  }, [draft, dirty, theirs, state])
  // Whoever leaves the page in the middle of a word leaves it saved.
  useEffect(() => () => saveNow(), [])
  return (
    <div>
      <Field label={texts.minutes} hint={texts.minutesHint}>
        {(wired) => (
          <textarea
            {...wired}
            className="form-input visit-minutes"
            rows={12}
            maxLength={20_000}
            value={draft}
            onChange={({ target }) => change(target.value)}
            onBlur={() => void save()}
          />
        )}
      </Field>
      <SaveState saved={dirty && state === 'saved' ? { state: 'saving' } : saved} />
      {theirs !== null && (
        <Conflict onTheirs={takeTheirs} onMine={keepMine}>
          {theirs === '' ? texts.nothing : theirs}
        </Conflict>
      )}
      <MinutesWordings visit={visit} />
    </div>
  )
}
