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
  const now = cycleSteps.indexOf(place.step)
  const to = wayToNext(cycle)
  return (
    <>
      <Breadcrumb above={[{ title: navigation.learning, to: paths.learning() }]} />
      <PageHeading
        title={unit.name}
        question={texts.next[place.next]}
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
        steps={cycleSteps.map((step, at) => ({
          key: step,
          title: texts.steps[step],
          state: at < now ? 'done' : at === now ? 'current' : 'upcoming',
        }))}
      />
      <UnitLinks unit={unit} here="cycle" />
      <CycleFacts cycle={cycle} />
      <UnitFailed unit={unit.id} />
      <UnitStrengths unit={unit.id} />
    </>
  )
}

/** Where the next step is done, for those who may do it. */
function wayToNext({ unit, place, learning, may }: UnitCycle) {
  const { next } = place
  switch (next) {
    case 'plan-visit':
      return may.visit ? { act: next, path: paths.newVisit(unit.id) } : null
    case 'hold-visit':
    case 'note-visit':
      return learning.next === null ? null : { act: next, path: paths.visit(learning.next.id) }
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
