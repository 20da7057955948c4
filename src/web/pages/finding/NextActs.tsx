import { useState } from 'react'
import type { FindingView } from '../../../contract/finding/finding.ts'
import type { FindingActKind } from '../../../core/finding/finding-act.ts'
import { isRegistrationOnly } from '../../../core/finding/finding.ts'
import { finding as da } from '../../texts/da/finding.ts'
import { finding as en } from '../../texts/en/finding.ts'
import { useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { ActForm } from './ActForm.tsx'
import { actsInOrder, mainActOf } from './acts-in-order.ts'
import { DoneNote } from './DoneNote.tsx'
import { actName } from './finding-words.ts'
import { seedOf } from './seed-of.ts'
import { useAct } from './use-act.ts'

/** What is to happen now, and the form of each thing the person can do about it. */
export function NextActs({ of }: { of: FindingView }) {
  const texts = useTexts({ da, en })
  const [act, setAct] = useState<FindingActKind | null>(null)
  const [said, setSaid] = useState<{ readonly words: string } | null>(null)
  const doing = useAct(of, (done) => {
    setAct(null)
    setSaid({ words: `${texts.kinds[done]}.` })
  })
  // An act that somebody else has done meanwhile is not offered further.
  const open = act !== null && of.acts.includes(act) ? act : null
  const main = mainActOf(of)
  return (
    <section aria-labelledby="finding-next">
      <h2 id="finding-next">{texts.nextHeading}</h2>
      <DoneNote said={said} />
      <p>{waitsFor(of, texts)}</p>
      {open === null ? (
        of.acts.length > 0 && (
          <div className="button-row">
            {actsInOrder(of).map((one) => (
              <Button key={one} variant={one === main ? 'primary' : 'secondary'} onClick={() => setAct(one)}>
                {actName(one, of, texts)}
              </Button>
            ))}
          </div>
        )
      ) : (
        <>
          <h3 tabIndex={-1} ref={focusOnce}>
            {actName(open, of, texts)}
          </h3>
          <ActForm
            key={open}
            act={open}
            peopleOf={of.id}
            seed={seedOf(of)}
            sending={doing.send}
            onSend={doing.act}
            onCancel={() => setAct(null)}
          />
        </>
      )}
    </section>
  )
}

function waitsFor(of: FindingView, texts: typeof da): string {
  if (of.state === 'planned' && isRegistrationOnly(of)) return texts.waitsRegistration
  if (of.state === 'contacted' && of.contact?.response === 'declined') return texts.waitsDeclined
  return texts.waits[of.state]
}

/** The same function at every drawing, so that React calls it when the form appears and not again. */
function focusOnce(heading: HTMLElement | null): void {
  heading?.focus()
}
