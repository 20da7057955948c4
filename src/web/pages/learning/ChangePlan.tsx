import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { listVisitChoices, saveVisitPlan, type VisitView } from '../../../contract/learning/visits.ts'
import { ask, useSend } from '../../api.ts'
import { visits as da } from '../../texts/da/visits.ts'
import { visits as en } from '../../texts/en/visits.ts'
import { useTexts } from '../../texts/language.tsx'
import { Answer } from '../../ui/Answer.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { VisitPlanForm } from './VisitPlanForm.tsx'

interface ChangePlanProps {
  readonly visit: VisitView
  /** What is missing before the caller can go on. */
  readonly lead?: string
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Day, place, round and participants of a planned visit, changed where they are shown. */
export function ChangePlan({ visit, lead, onClose, onDone }: ChangePlanProps) {
  const texts = useTexts({ da, en })
  const query = useQuery(ask(listVisitChoices, { params: { unit: visit.unit.id } }))
  const send = useSend(saveVisitPlan)
  // What was on screen when the dialog opened: a colleague's later change is refused, not overwritten.
  const [version] = useState(visit.planVersion)
  return (
    <Dialog title={texts.changePlan} open onClose={onClose}>
      {lead !== undefined && <p>{lead}</p>}
      <Answer query={query}>
        {(choices) => (
          <VisitPlanForm
            choices={choices}
            start={{
              day: visit.day,
              place: visit.place ?? '',
              round: visit.round?.key ?? '',
            }}
            participants={visit.participants}
            action={texts.savePlan}
            busy={send.isPending}
            error={send.error}
            onSend={(plan) =>
              send.mutate({ params: { visit: visit.id }, body: { ...plan, version } }, { onSuccess: onDone })
            }
            onCancel={onClose}
          />
        )}
      </Answer>
    </Dialog>
  )
}
