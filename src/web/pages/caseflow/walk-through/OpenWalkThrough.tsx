import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { call, CallRefused } from '../../../../contract/client.ts'
import {
  closeWalkThrough,
  listCaseWalkThroughs,
  saveWalkThrough,
  type CaseWalkThroughs,
  type WalkThroughView,
} from '../../../../contract/caseflow/walk-throughs.ts'
import { useSend } from '../../../api.ts'
import { formatDate } from '../../../format/dates.ts'
import { wordsOf } from '../../../problem-words.ts'
import { useCommonTexts } from '../../../texts/common.ts'
import { walkThrough as da } from '../../../texts/da/walk-through.ts'
import { walkThrough as en } from '../../../texts/en/walk-through.ts'
import { useLanguage, useTexts } from '../../../texts/language.tsx'
import { Button } from '../../../ui/Button.tsx'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
import { SaveState } from '../../../ui/SaveState.tsx'
import { Conflict } from '../../learning/Conflict.tsx'
import { useVersionedDraft } from '../../learning/use-versioned-draft.ts'
import { Agreements } from './Agreements.tsx'
import { ClosedText } from './ClosedWalkThrough.tsx'
import { draftOf, isSameDraft, participantsOf } from './walk-draft.ts'
import { WalkThroughFields } from './WalkThroughFields.tsx'

/** Long enough to finish a word in, in ms. */
const pause = 1200
/** Until it is tried again without a network, in ms. */
const retry = 5000

interface OpenWalkThroughProps {
  readonly walk: WalkThroughView
  readonly shown: CaseWalkThroughs
  /** Begun just now, here: the notes have the focus. */
  readonly focused: boolean
  readonly onClosing: () => void
}

/** The walk-through that is being written; it saves itself. Who does not lead reads it. */
export function OpenWalkThrough({ walk, shown, focused, onClosing }: OpenWalkThroughProps) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const { mayLead } = shown
  return (
    <article className="walk-through open" aria-labelledby={`walk-${walk.id}`}>
      <h3 id={`walk-${walk.id}`}>{texts.under(formatDate(walk.day, language))}</h3>
      {mayLead && (
        <div className="not-printed">
          <Writing walk={walk} shown={shown} focused={focused} onClosing={onClosing} />
        </div>
      )}
      <div className={mayLead ? 'printed-only' : undefined}>
        <ClosedText walk={walk} />
      </div>
    </article>
  )
}

function Writing({ walk, shown, focused, onClosing }: OpenWalkThroughProps) {
  const { problem } = useCommonTexts()
  const client = useQueryClient()
  const params = { walkThrough: walk.id }
  const edit = useVersionedDraft({
    stored: { value: draftOf(walk), version: walk.version },
    isSame: isSameDraft,
    reasonOf: (error) => {
      const { message, items } = wordsOf(error, problem)
      return items[0] ?? message
    },
    put: async ({ day, people, guests, notes }, version) => {
      const participants = participantsOf({ people, guests }, shown.people)
      try {
        const answer = await call(saveWalkThrough, { params, body: { day, participants, notes, version } })
        await client.invalidateQueries({ queryKey: [listCaseWalkThroughs.path] })
        return answer
      } catch (error) {
        // What a colleague wrote is to be seen beside one's own.
        if (error instanceof CallRefused && error.details.code === 'outdated-version')
          await client.invalidateQueries({ queryKey: [listCaseWalkThroughs.path] })
        throw error
      }
    },
  })
  const { draft, change, dirty, saved, save, theirs, takeTheirs, keepMine } = edit
  const saveNow = useEffectEvent((value?: typeof draft) => void save(value))
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
    <>
      <WalkThroughFields
        draft={draft}
        people={shown.people}
        today={shown.today}
        focused={focused}
        onChange={change}
        onLeave={() => void save()}
      />
      <SaveState saved={dirty && state === 'saved' ? { state: 'saving' } : saved} />
      {theirs !== null && (
        <Conflict onTheirs={takeTheirs} onMine={keepMine}>
          {theirs.notes}
        </Conflict>
      )}
      <Agreements walk={walk} people={shown.people} mayWrite />
      <Closing walk={walk} ready={!dirty && theirs === null} onClosing={onClosing} />
    </>
  )
}

function Closing({
  walk: { id, version },
  ready,
  onClosing,
}: {
  walk: WalkThroughView
  ready: boolean
  onClosing: () => void
}) {
  const texts = useTexts({ da, en })
  const send = useSend(closeWalkThrough)
  const [asking, setAsking] = useState(false)
  return (
    <div className="button-row not-printed">
      <Button onClick={() => setAsking(true)}>{texts.close}</Button>
      <ConfirmDialog
        title={texts.closeTitle}
        open={asking}
        onClose={() => setAsking(false)}
        action={texts.close}
        busy={send.isPending || !ready}
        error={send.error}
        onConfirm={() => {
          onClosing()
          send.mutate(
            { params: { walkThrough: id }, body: { version } },
            { onSuccess: () => setAsking(false) },
          )
        }}
      >
        <p>{texts.closeBody}</p>
        {!ready && <p>{texts.unsaved}</p>}
      </ConfirmDialog>
    </div>
  )
}
