import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { getFinding, type FindingSummary, type FindingView } from '../../../contract/finding/finding.ts'
import type { FindingActKind } from '../../../core/finding/finding-act.ts'
import { ask } from '../../api.ts'
import { paths } from '../../paths.ts'
import { finding as da } from '../../texts/da/finding.ts'
import { finding as en } from '../../texts/en/finding.ts'
import { useTexts } from '../../texts/language.tsx'
import { Answer } from '../../ui/Answer.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Link } from '../../ui/Link.tsx'
import { ActForm } from './ActForm.tsx'
import { actsInOrder } from './acts-in-order.ts'
import { ChoiceGroup } from './ChoiceGroup.tsx'
import { actName, useErrorWords } from './finding-words.ts'
import { seedOf } from './seed-of.ts'
import { useAct } from './use-act.ts'

interface ActDialogProps {
  readonly of: FindingSummary
  readonly onClose: () => void
  readonly onDone: (act: FindingActKind) => void
}

/** Moves a card by doing what moves it: the acts the person can do now, and the chosen one's form. */
export function ActDialog({ of, onClose, onDone }: ActDialogProps) {
  const texts = useTexts({ da, en })
  const errorWords = useErrorWords()
  const query = useQuery({ ...ask(getFinding, { params: { finding: of.id } }), staleTime: 0 })
  return (
    <Dialog title={texts.moveTitle(of.caseId)} open onClose={onClose}>
      <p>{errorWords(of)}</p>
      <Answer query={query}>
        {(found) =>
          found.acts.length === 0 ? (
            <>
              <p>{texts.noActs}</p>
              <p>
                <Link to={paths.finding(of.id)}>{texts.openPage}</Link>
              </p>
              <div className="button-row">
                <Button onClick={onClose}>{texts.close}</Button>
              </div>
            </>
          ) : (
            <Acting found={found} onClose={onClose} onDone={onDone} />
          )
        }
      </Answer>
    </Dialog>
  )
}

interface ActingProps {
  readonly found: FindingView
  readonly onClose: () => void
  readonly onDone: (act: FindingActKind) => void
}

function Acting({ found, onClose, onDone }: ActingProps) {
  const texts = useTexts({ da, en })
  const offered = actsInOrder(found)
  const [chosen, setAct] = useState(offered[0])
  // Somebody may have done it meanwhile.
  const act = chosen !== undefined && offered.includes(chosen) ? chosen : offered[0]
  const doing = useAct(found, onDone)
  const named = { ...texts.acts, plan: actName('plan', found, texts) }
  return (
    <>
      <ChoiceGroup
        legend={texts.chooseAct}
        error={undefined}
        options={offered}
        words={named}
        isChosen={(one) => act === one}
        onChoose={setAct}
      />
      {act !== undefined && (
        <ActForm
          key={act}
          act={act}
          peopleOf={found.id}
          seed={seedOf(found)}
          sending={doing.send}
          onSend={doing.act}
          onCancel={onClose}
        />
      )}
    </>
  )
}
