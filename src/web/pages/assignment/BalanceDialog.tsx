import { useQuery } from '@tanstack/react-query'
import {
  moveReviews,
  proposeBalance,
  type ProposedMove,
  type ReviewerLoad,
} from '../../../contract/review/assignment.ts'
import type { CallOutput } from '../../../contract/client.ts'
import { ask, useSend } from '../../api.ts'
import { useCommonTexts } from '../../texts/common.ts'
import { assignment as da } from '../../texts/da/assignment.ts'
import { assignment as en } from '../../texts/en/assignment.ts'
import { useTexts } from '../../texts/language.tsx'
import { Answer } from '../../ui/Answer.tsx'
import { Button } from '../../ui/Button.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { useOutcomeWords } from './outcome-words.ts'

interface BalanceDialogProps {
  readonly round: string
  readonly level: string | undefined
  readonly unit: string | undefined
  /** Somebody to be relieved of everything; null: spread all evenly. */
  readonly leaving: ReviewerLoad | null
  readonly onClose: () => void
  readonly onDone: (words: string) => void
}

/** Shows what would move and why; nothing moves before the person says so. */
export function BalanceDialog(props: BalanceDialogProps) {
  const { round, level, unit, leaving } = props
  const texts = useTexts({ da, en })
  const query = useQuery({
    ...ask(proposeBalance, {
      params: { round },
      query: {
        ...(level !== undefined && { level: Number(level) }),
        ...(unit !== undefined && { unit }),
        ...(leaving !== null && { leaving: leaving.id }),
      },
    }),
    staleTime: 0,
    gcTime: 0,
  })
  return (
    <Dialog
      title={leaving === null ? texts.balanceTitle : texts.leavingTitle(leaving.name)}
      open
      onClose={props.onClose}
    >
      <Answer query={query}>{(proposal) => <Proposal {...props} proposal={proposal} />}</Answer>
    </Dialog>
  )
}

type Proposed = CallOutput<typeof proposeBalance>

function Proposal({
  round,
  leaving,
  proposal: { moves: all, loads, stuck },
  onClose,
  onDone,
}: BalanceDialogProps & { readonly proposal: Proposed }) {
  const texts = useTexts({ da, en })
  const common = useCommonTexts()
  const outcome = useOutcomeWords()
  const send = useSend(moveReviews)
  // Who is relieved asks for no other moves than theirs.
  const moves = leaving === null ? all : all.filter(({ why }) => why === 'leaving')
  const apply = () =>
    send.mutate(
      {
        params: { round },
        body: {
          moves: moves.map(({ review, from, to }) => ({ review, from: from?.id ?? null, to: to.id })),
          reason: leaving === null ? texts.balanceReason : texts.leavingReason,
        },
      },
      { onSuccess: (answer) => onDone(outcome(answer)) },
    )
  return (
    <>
      {send.isError && <Problem error={send.error} />}
      {moves.length === 0 ? (
        <p>{leaving === null ? texts.balanceEven : texts.nothingOpen}</p>
      ) : (
        <>
          <p>{texts.balanceSummary(moves.length)}</p>
          {leaving === null && <Loads loads={loads} />}
          <Disclosure summary={texts.balanceMoves} open={leaving !== null}>
            <Moves moves={moves} />
          </Disclosure>
        </>
      )}
      {stuck > 0 && <p>{texts.stuck(stuck)}</p>}
      <div className="button-row">
        {moves.length > 0 && (
          <Button variant="primary" busy={send.isPending} onClick={apply}>
            {texts.balanceApply}
          </Button>
        )}
        <Button onClick={onClose}>{moves.length > 0 ? common.cancel : common.close}</Button>
      </div>
    </>
  )
}

function Loads({ loads }: { loads: Proposed['loads'] }) {
  const texts = useTexts({ da, en })
  return (
    <DataTable
      caption={texts.balanceLoads}
      columns={[
        { key: 'name', title: texts.columns.name, rowHeader: true, render: ({ name }) => name },
        { key: 'before', title: texts.before, align: 'end', render: ({ before }) => before },
        {
          key: 'after',
          title: texts.after,
          align: 'end',
          render: ({ before, after }) => (before === after ? after : <strong>{after}</strong>),
        },
      ]}
      rows={loads.filter(({ before, after }) => before + after > 0)}
      rowKey={({ id }) => id}
    />
  )
}

function Moves({ moves }: { moves: readonly ProposedMove[] }) {
  const texts = useTexts({ da, en })
  return (
    <DataTable
      caption={texts.balanceMoves}
      captionHidden
      columns={[
        { key: 'case', title: texts.columns.caseId, rowHeader: true, render: ({ caseId }) => caseId },
        { key: 'level', title: texts.columns.level, align: 'end', render: ({ level }) => level },
        { key: 'from', title: texts.from, render: ({ from }) => from?.name ?? texts.noReviewer },
        { key: 'to', title: texts.to, render: ({ to }) => to.name },
        { key: 'why', title: texts.whyMoves, render: ({ why }) => texts.moveWhy[why] },
      ]}
      rows={moves}
      rowKey={({ review, from }) => `${review} ${from?.id ?? ''}`}
      stacked
    />
  )
}
