import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import {
  listCaseWalkThroughs,
  openWalkThrough,
  type CaseWalkThroughs as Shown,
} from '../../../../contract/caseflow/walk-throughs.ts'
import { ask, useSend } from '../../../api.ts'
import { useSession } from '../../../session.ts'
import { walkThrough as da } from '../../../texts/da/walk-through.ts'
import { walkThrough as en } from '../../../texts/en/walk-through.ts'
import { useTexts } from '../../../texts/language.tsx'
import { Answer } from '../../../ui/Answer.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Disclosure } from '../../../ui/Disclosure.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { ClosedWalkThrough } from './ClosedWalkThrough.tsx'
import { OpenWalkThrough } from './OpenWalkThrough.tsx'

/** The walk-throughs of a case: the one that is being written, the last one, and the earlier ones behind a click. */
export function CaseWalkThroughs({ caseId }: { caseId: string }) {
  const texts = useTexts({ da, en })
  const query = useQuery(ask(listCaseWalkThroughs, { params: { case: caseId } }))
  return (
    <section aria-labelledby="walk-throughs" className="walk-throughs">
      <h2 id="walk-throughs">{texts.heading}</h2>
      <Answer query={query}>{(shown) => <View caseId={caseId} shown={shown} />}</Answer>
    </section>
  )
}

function View({ caseId, shown }: { caseId: string; shown: Shown }) {
  const texts = useTexts({ da, en })
  const { open, closed, mayLead } = shown
  const [last, ...earlier] = closed
  // Whoever begins or closes one here goes on where it stands now; the button that was pressed is gone.
  const [begun, setBegun] = useState<string | null>(null)
  const [ended, setEnded] = useState<string | null>(null)
  return (
    <>
      {open === null ? (
        <>
          {last === undefined && <p>{texts.none}</p>}
          {mayLead && <Start caseId={caseId} shown={shown} onBegun={setBegun} />}
        </>
      ) : (
        <OpenWalkThrough
          key={open.id}
          walk={open}
          shown={shown}
          focused={open.id === begun}
          onClosing={() => setEnded(open.id)}
        />
      )}
      {last !== undefined && (
        <ClosedWalkThrough key={last.id} walk={last} mayLead={mayLead} focused={last.id === ended} />
      )}
      {earlier.length > 0 && (
        <div className="not-printed">
          <Disclosure summary={texts.earlier(earlier.length)}>
            {earlier.map((walk) => (
              <ClosedWalkThrough key={walk.id} walk={walk} mayLead={mayLead} focused={false} />
            ))}
          </Disclosure>
        </div>
      )}
    </>
  )
}

/** Begun with whoever begins it and with the case's caseworker, who are there as a rule. */
function Start({
  caseId,
  shown: { today, people },
  onBegun,
}: {
  caseId: string
  shown: Shown
  onBegun: (id: string) => void
}) {
  const texts = useTexts({ da, en })
  const me = useSession()?.person.id
  const send = useSend(openWalkThrough)
  const start = () => {
    const usual = people.filter(({ id, hasCase }) => hasCase || id === me)
    const participants = usual.map(({ id, name }) => ({ person: id, name }))
    send.mutate(
      { params: { case: caseId }, body: { day: today, participants } },
      { onSuccess: ({ id }) => onBegun(id) },
    )
  }
  return (
    <div className="not-printed">
      {send.isError && <Problem error={send.error} />}
      <div className="button-row">
        <Button variant="primary" busy={send.isPending || send.isSuccess} onClick={start}>
          {texts.start}
        </Button>
      </div>
    </div>
  )
}
