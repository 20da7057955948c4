import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { cycleSteps } from '../../../core/learning/cycle.ts'
import { getUnitCycle, type UnitCycle } from '../../../contract/learning/cycle.ts'
import { ask } from '../../api.ts'
import { paths } from '../../paths.ts'
import { useCommonTexts } from '../../texts/common.ts'
import { unitCycle as da } from '../../texts/da/unit-cycle.ts'
import { unitCycle as en } from '../../texts/en/unit-cycle.ts'
import { useTexts } from '../../texts/language.tsx'
import { Breadcrumb } from '../../ui/Breadcrumb.tsx'
import { buttonClass } from '../../ui/Button.tsx'
import { Link } from '../../ui/Link.tsx'
import { PageAnswer } from '../../ui/PageAnswer.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { Steps } from '../../ui/Progress.tsx'
import { CycleFacts } from './CycleFacts.tsx'
import { UnitFailed } from './UnitFailed.tsx'
import { UnitLinks } from './UnitLinks.tsx'
import { UnitStrengths } from './UnitStrengths.tsx'

/** The cycle on one page: where the unit is, and what is next. */
export function UnitPage() {
  const { unit } = useParams({ from: '/units/$unit' })
  const query = useQuery({ ...ask(getUnitCycle, { params: { unit } }), refetchOnMount: 'always' as const })
  return <PageAnswer query={query}>{(cycle) => <View cycle={cycle} />}</PageAnswer>
}

function View({ cycle }: { cycle: UnitCycle }) {
  const texts = useTexts({ da, en })
  const { navigation } = useCommonTexts()
  const { unit, place } = cycle
  const [first = 'next-round', ...later] = place.next
  const to = wayTo(first, cycle)
  return (
    <>
      <Breadcrumb above={[{ title: navigation.learning, to: paths.learning() }]} />
      <PageHeading
        title={unit.name}
        question={texts.nextIs(texts.next[first])}
        actions={
          to !== null && (
            <Link className={buttonClass('primary')} to={to.path}>
              {texts.act[to.act]}
            </Link>
          )
        }
      />
      <Steps
        label={texts.cycle}
        steps={cycleSteps.map((step) => {
          const state = place.states[step]
          return { key: step, title: texts.steps[step], state: looks[state], detail: texts.states[state] }
        })}
      />
      <Later nexts={later} cycle={cycle} />
      <UnitLinks unit={unit} here="cycle" />
      <CycleFacts cycle={cycle} />
      <UnitFailed unit={unit.id} />
      <UnitStrengths unit={unit.id} />
    </>
  )
}

type Next = UnitCycle['place']['next'][number]

/** An action plan that holds is no less in order than a step that is done; what was left open is not. */
const looks = {
  done: 'done',
  current: 'current',
  'in-force': 'done',
  left: 'upcoming',
  again: 'upcoming',
  upcoming: 'upcoming',
} as const

interface LaterProps {
  readonly nexts: readonly Next[]
  readonly cycle: UnitCycle
}

/** What comes after the first thing to do: a sentence, or a list under one word. */
function Later({ nexts, cycle }: LaterProps) {
  const texts = useTexts({ da, en })
  const [only, ...more] = nexts
  if (only === undefined) return null
  const way = (next: Next) => {
    const to = wayTo(next, cycle)
    return to !== null && <Link to={to.path}>{texts.act[to.act]}</Link>
  }
  if (more.length === 0)
    return (
      <p className="reading-width">
        {texts.laterIs(texts.next[only])} {way(only)}
      </p>
    )
  return (
    <>
      <p>{texts.laterAre}</p>
      <ul className="reading-width">
        {nexts.map((next) => (
          <li key={next}>
            {texts.later(texts.next[next])} {way(next)}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Where a step is done, for those who may do it. */
function wayTo(next: Next, { unit, learning, may }: UnitCycle) {
  switch (next) {
    case 'plan-visit':
      return may.visit ? { act: next, path: paths.newVisit(unit.id) } : null
    case 'hold-visit':
      return learning.next === null ? null : { act: next, path: paths.visit(learning.next.id) }
    case 'note-visit':
      return learning.unnoted === null || !may.visit
        ? null
        : { act: next, path: paths.visit(learning.unnoted.id) }
    case 'restore-overdue':
      return { act: next, path: paths.findings({ unit: unit.id, overdue: 'true' }) }
    case 'settle-points':
      return learning.last === null ? null : { act: next, path: paths.visit(learning.last.id) }
    case 'make-good':
      return { act: next, path: paths.findings({ unit: unit.id, state: 'active' }) }
    case 'set-goal':
      return may.goal ? { act: next, path: paths.newGoal(unit.id) } : null
    case 'publish-plan':
      return may.plan ? { act: next, path: paths.actionPlans() } : null
    case 'first-round':
    case 'finish-reviews':
    case 'await-closing':
    case 'next-round':
      return null
  }
  return next satisfies never
}
