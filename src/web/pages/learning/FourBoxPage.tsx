import { useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import {
  listFourBoxes,
  shareFourBox,
  withdrawFourBox,
  type FourBoxView,
} from '../../../contract/learning/four-box.ts'
import type { CallOutput } from '../../../contract/client.ts'
import { fourBoxes } from '../../../core/learning/four-box.ts'
import { ask, useSend } from '../../api.ts'
import { formatDate, formatShortDate } from '../../format/dates.ts'
import { formatPercent } from '../../format/numbers.ts'
import { paths } from '../../paths.ts'
import { useMay } from '../../session.ts'
import { useCommonTexts } from '../../texts/common.ts'
import { fourBox as da } from '../../texts/da/four-box.ts'
import { fourBox as en } from '../../texts/en/four-box.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { Breadcrumb } from '../../ui/Breadcrumb.tsx'
import { Button, buttonClass } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Link } from '../../ui/Link.tsx'
import { PageAnswer } from '../../ui/PageAnswer.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { FourBoxForm } from './FourBoxForm.tsx'
import { UnitLinks } from './UnitLinks.tsx'

type FourBoxList = CallOutput<typeof listFourBoxes>

export function FourBoxPage() {
  const { unit } = useParams({ from: '/units/$unit/four-box' })
  const query = useQuery({ ...ask(listFourBoxes, { params: { unit } }), refetchOnMount: 'always' as const })
  return <PageAnswer query={query}>{(list) => <View list={list} />}</PageAnswer>
}

function View({ list }: { list: FourBoxList }) {
  const texts = useTexts({ da, en })
  const { navigation } = useCommonTexts()
  const search: { readonly visit?: unknown } = useSearch({ strict: false })
  const { unit, mayWrite, proposals, visits } = list
  // From a visit's page the form is open already.
  const visit = visits.find(({ id }) => id === search.visit)?.id ?? ''
  const [writing, setWriting] = useState<FourBoxView | 'new' | null>(visit !== '' && mayWrite ? 'new' : null)
  const [done, setDone] = useState('')
  const write = mayWrite && (
    <Button variant="primary" onClick={() => setWriting('new')}>
      {texts.write}
    </Button>
  )
  return (
    <>
      <Breadcrumb above={[{ title: navigation.learning, to: paths.learning() }]} />
      <PageHeading
        title={`${texts.title}, ${unit.name}`}
        question={texts.question}
        actions={proposals.length > 0 && writing === null && write}
      />
      <UnitLinks unit={unit} here="fourBox" />
      <output className="done-note">{done}</output>
      {writing !== null && (
        <FourBoxForm
          key={writing === 'new' ? 'new' : writing.id}
          list={list}
          proposal={writing}
          visit={visit}
          onClose={() => setWriting(null)}
          onDone={() => {
            setWriting(null)
            setDone(texts.saved)
          }}
        />
      )}
      {proposals.length === 0 && writing === null && (
        <EmptyState title={texts.noneTitle} action={write}>
          {mayWrite ? texts.noneBody : texts.noneRead}
        </EmptyState>
      )}
      {proposals.map((proposal) => (
        <Proposal
          key={proposal.id}
          unit={unit.id}
          proposal={proposal}
          onChange={() => setWriting(proposal)}
        />
      ))}
    </>
  )
}

interface ProposalProps {
  readonly unit: string
  readonly proposal: FourBoxView
  readonly onChange: () => void
}

function Proposal({ unit, proposal, onChange }: ProposalProps) {
  const texts = useTexts({ da, en })
  const { roles } = useCommonTexts()
  const language = useLanguage()
  const local = useLocal()
  const { id, title, lines, round, visit, own, sharedAt, authorRole, writtenAt, goals } = proposal
  const about = [
    texts.by(own ? texts.mine : roles[authorRole], formatShortDate(writtenAt, language)),
    ...(round === null ? [] : [local(round)]),
    ...(visit === null ? [] : [texts.visitOn(formatDate(visit.day, language))]),
  ]
  return (
    <article className="four-box" aria-labelledby={`four-box-${id}`}>
      <h2 id={`four-box-${id}`}>{title}</h2>
      <p className="soft small">
        <StatusTag kind={sharedAt === null ? 'neutral' : 'done'}>
          {sharedAt === null ? texts.draft : texts.shared}
        </StatusTag>{' '}
        {about.join(' · ')}
      </p>
      <div className="four-box-grid">
        {fourBoxes.map((box) => (
          <section key={box} aria-labelledby={`four-box-${id}-${box}`}>
            <h3 id={`four-box-${id}-${box}`}>{texts.boxes[box]}</h3>
            {lines[box].length === 0 ? (
              <p className="soft">{texts.empty}</p>
            ) : (
              <ul>
                {lines[box].map((line, index) => (
                  <li key={`${index} ${line}`}>{line}</li>
                ))}
              </ul>
            )}
          </section>
        ))}
      </div>
      {goals.length > 0 && (
        <ul className="plain-list">
          {goals.map((goal) => (
            <li key={goal.id}>
              <Link to={paths.goal(goal.id)}>
                {texts.becameGoal(
                  formatPercent(goal.target / 100, language),
                  formatShortDate(goal.setAt.slice(0, 10), language),
                )}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <Acts unit={unit} proposal={proposal} onChange={onChange} />
    </article>
  )
}

function Acts({ unit, proposal, onChange }: ProposalProps) {
  const texts = useTexts({ da, en })
  const may = useMay()
  const [asked, setAsked] = useState<'share' | 'withdraw' | null>(null)
  const share = useSend(shareFourBox)
  const withdraw = useSend(withdrawFourBox)
  const { id, title, own, sharedAt, mayWithdraw } = proposal
  const input = { params: { unit, proposal: id } }
  const close = () => setAsked(null)
  return (
    <div className="button-row">
      {own && sharedAt === null && (
        <Button aria-label={texts.shareOf(title)} onClick={() => setAsked('share')}>
          {texts.share}
        </Button>
      )}
      {own && (
        <Button aria-label={texts.changeOf(title)} onClick={onChange}>
          {texts.change}
        </Button>
      )}
      {sharedAt !== null && may('goal.set') && (
        <Link
          className={buttonClass('secondary')}
          to={paths.newGoal(unit, { proposal: id })}
          aria-label={texts.goalOf(title)}
        >
          {texts.goal}
        </Link>
      )}
      {mayWithdraw && (
        <Button variant="tertiary" aria-label={texts.withdrawOf(title)} onClick={() => setAsked('withdraw')}>
          {texts.withdraw}
        </Button>
      )}
      <ConfirmDialog
        title={texts.shareOf(title)}
        open={asked === 'share'}
        onClose={close}
        action={texts.share}
        busy={share.isPending}
        error={share.error}
        onConfirm={() => share.mutate(input, { onSuccess: close })}
      >
        <p>{texts.shareBody}</p>
      </ConfirmDialog>
      <ConfirmDialog
        title={texts.withdrawOf(title)}
        open={asked === 'withdraw'}
        onClose={close}
        action={texts.withdraw}
        busy={withdraw.isPending}
        error={withdraw.error}
        onConfirm={() => withdraw.mutate(input, { onSuccess: close })}
      >
        <p>{texts.withdrawBody}</p>
      </ConfirmDialog>
    </div>
  )
}
