import { planOf, type Finding } from '../../core/finding/finding.ts'
import type { FindingActKind } from '../../core/finding/finding-act.ts'
import type { FindingHead } from '../../storage/finding/finding.ts'
import type { PersonId } from '../../storage/ids.ts'
import type { Writer } from '../../storage/transaction.ts'
import { notify } from '../notification/notify.ts'
import { listSeers, whoSee } from './who-see.ts'

export interface Acted {
  readonly before: FindingHead
  readonly course: Finding<PersonId>
  readonly act: FindingActKind
  readonly by: PersonId
  /** After the act. */
  readonly version: number
}

/** Tells whoever has something to do now, but not whoever did the act. */
export async function tellOfAct(
  writer: Writer,
  { before, course, act, by, version }: Acted,
  { today }: { readonly today: string },
): Promise<void> {
  const tell = async (
    to: readonly (PersonId | undefined)[],
    kind: 'finding-responsible' | 'finding-to-verify' | 'finding-to-approve' | 'finding-sent-back',
  ) =>
    notify(writer, {
      to: to.flatMap((person) => (person === undefined || person === by ? [] : [person])),
      kind,
      subjectId: before.id,
      once: String(version),
    })
  const unit = before.unitId
  const responsible = planOf<PersonId>(course)?.responsible
  switch (act) {
    case 'plan': {
      const isNew = planOf<PersonId>(before.course)?.responsible !== responsible
      return isNew ? tell([responsible], 'finding-responsible') : undefined
    }
    case 'carry-out':
      return tell(
        (
          await whoSee(
            writer,
            before.id,
            await listSeers(writer, { roles: ['area-manager', 'unit-lawyer'], unit, today }),
          )
        ).filter((person) => person !== responsible),
        'finding-to-verify',
      )
    case 'propose':
      return tell(
        await whoSee(writer, before.id, await listSeers(writer, { roles: ['area-manager'], unit, today })),
        'finding-to-approve',
      )
    case 'send-back':
      return tell([responsible], 'finding-sent-back')
    case 'refuse': {
      const proposer = before.course.state === 'proposed' ? before.course.proposal.by : undefined
      return tell([responsible, proposer], 'finding-sent-back')
    }
    case 'put-off':
    case 'contact':
    case 'verify':
    case 'approve':
    case 'reopen':
    case 'assess':
      return undefined
  }
  return act satisfies never
}
