import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { getVisit, type VisitView } from '../../../contract/learning/visits.ts'
import { ask } from '../../api.ts'
import { formatDate } from '../../format/dates.ts'
import { paths } from '../../paths.ts'
import { visits as da } from '../../texts/da/visits.ts'
import { visits as en } from '../../texts/en/visits.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { Breadcrumb } from '../../ui/Breadcrumb.tsx'
import { Button, buttonClass } from '../../ui/Button.tsx'
import { KeyValues } from '../../ui/KeyValues.tsx'
import { Link } from '../../ui/Link.tsx'
import { PageAnswer } from '../../ui/PageAnswer.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { ChangePlan } from './ChangePlan.tsx'
import { VisitAgenda } from './VisitAgenda.tsx'
import { VisitClosing } from './VisitClosing.tsx'
import { VisitGoals } from './VisitGoals.tsx'
import { VisitMaterial } from './VisitMaterial.tsx'
import { VisitMinutes } from './VisitMinutes.tsx'
import { EarlierPoints, VisitPoints } from './VisitPoints.tsx'
import { VisitState } from './VisitState.tsx'

export function VisitPage() {
  const { visit } = useParams({ from: '/visits/$visit' })
  const query = useQuery({ ...ask(getVisit, { params: { visit } }), refetchOnMount: 'always' as const })
  return <PageAnswer query={query}>{(view) => <View key={view.id} visit={view} />}</PageAnswer>
}

function View({ visit }: { visit: VisitView }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const { unit, state, mayLead } = visit
  const day = formatDate(visit.day, language)
  const lines = {
    planned: texts.plannedFor(unit.name, day),
    held: texts.heldOn(unit.name, day),
    cancelled: texts.cancelledOn(unit.name, day),
  }
  const cancelled = state === 'cancelled'
  return (
    <>
      <Breadcrumb
        above={[
          { title: texts.learning, to: paths.learning() },
          { title: `${texts.title}, ${unit.name}`, to: paths.visits(unit.id) },
        ]}
      />
      <PageHeading
        title={texts.visitOn(day)}
        question={lines[state]}
        actions={
          !cancelled && (
            <Link className={buttonClass('secondary')} to={paths.visitAgenda(visit.id)}>
              {texts.printAgenda}
            </Link>
          )
        }
      />
      <Facts visit={visit} />
      {mayLead && state === 'planned' && <VisitClosing visit={visit} />}
      <h2>{texts.steps.before}</h2>
      <VisitAgenda visit={visit} />
      {!cancelled && <VisitMaterial visit={visit} />}
      {!cancelled && <VisitGoals unit={unit.id} />}
      {!cancelled && (
        <>
          <h2>{texts.steps.during}</h2>
          <EarlierPoints visit={visit} />
          <VisitMinutes visit={visit} />
          <VisitPoints visit={visit} />
          <h2>{texts.steps.after}</h2>
          <After visit={visit} />
        </>
      )}
    </>
  )
}

function Facts({ visit }: { visit: VisitView }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  const [changing, setChanging] = useState(false)
  const [done, setDone] = useState('')
  const { follows, round, participants } = visit
  const items = [
    {
      key: 'state',
      name: texts.state,
      value: <VisitState state={visit.state} day={visit.day} today={visit.today} />,
    },
    { key: 'place', name: texts.place, value: visit.place },
    { key: 'round', name: texts.round, value: round === null ? texts.noRound : local(round.title) },
    {
      key: 'participants',
      name: texts.participants,
      value:
        participants.length === 0 ? texts.noParticipants : participants.map(({ name }) => name).join(', '),
    },
    ...(follows === null
      ? []
      : [
          {
            key: 'follows',
            name: texts.follows,
            value: (
              <Link to={paths.visit(follows.id)}>{texts.visitOn(formatDate(follows.day, language))}</Link>
            ),
          },
        ]),
    ...(visit.cancelledReason === null
      ? []
      : [{ key: 'reason', name: texts.reason, value: visit.cancelledReason }]),
  ]
  return (
    <>
      <KeyValues items={items} />
      <output className="done-note">{done}</output>
      {visit.mayLead && visit.state === 'planned' && (
        <div className="button-row">
          <Button onClick={() => setChanging(true)}>{texts.changePlan}</Button>
        </div>
      )}
      {changing && (
        <ChangePlan
          visit={visit}
          onClose={() => setChanging(false)}
          onDone={() => {
            setChanging(false)
            setDone(texts.changed)
          }}
        />
      )}
    </>
  )
}

function After({ visit }: { visit: VisitView }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const { followedBy, state, mayLead, unit } = visit
  if (state === 'planned') return <p>{texts.afterFirst}</p>
  return (
    <section aria-label={texts.afterHeading}>
      {followedBy.length === 0 ? (
        <p>{texts.noFollowUp}</p>
      ) : (
        <>
          <h3>{texts.followUps}</h3>
          <ul>
            {followedBy.map(({ id, day, state: how }) => (
              <li key={id}>
                <Link to={paths.visit(id)}>{formatDate(day, language)}</Link>{' '}
                <VisitState state={how} day={day} today={visit.today} />
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="button-row">
        {mayLead && (
          <Link className={buttonClass('secondary')} to={paths.newVisit(unit.id, visit.id)}>
            {texts.planFollowUp}
          </Link>
        )}
        <Link className={buttonClass('secondary')} to={paths.fourBox(unit.id, { visit: visit.id })}>
          {texts.writeFourBox}
        </Link>
      </div>
    </section>
  )
}
