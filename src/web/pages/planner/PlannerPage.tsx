import { useQuery } from '@tanstack/react-query'
import { listProgrammes } from '../../../contract/programme/programme.ts'
import { listRounds } from '../../../contract/draw/rounds.ts'
import { getPlannable } from '../../../contract/planning/planning.ts'
import { ask } from '../../api.ts'
import { paths } from '../../paths.ts'
import { useMay } from '../../session.ts'
import { planner as da } from '../../texts/da/planner.ts'
import { planner as en } from '../../texts/en/planner.ts'
import { useTexts } from '../../texts/language.tsx'
import { Breadcrumb } from '../../ui/Breadcrumb.tsx'
import { buttonClass } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Link } from '../../ui/Link.tsx'
import { PageAnswer } from '../../ui/PageAnswer.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { usePlanAddress, type ProgrammeChoice } from './plan-choices.ts'
import { PlannerView } from './PlannerView.tsx'

/** How many reviews does the next round need? Of the programme in the address, else of the newest round's. */
export function PlannerPage() {
  const texts = useTexts({ da, en })
  const may = useMay()
  const [address, change] = usePlanAddress()
  const programmes = useQuery(ask(listProgrammes, {}))
  const rounds = useQuery(ask(listRounds, {}))
  const above = <Breadcrumb above={[{ title: texts.rounds, to: paths.rounds() }]} />
  if (!may('round.plan'))
    return (
      <>
        {above}
        <PageHeading title={texts.title} question={texts.question} />
        <p>{texts.notPermitted}</p>
      </>
    )
  return (
    <>
      {above}
      <PageAnswer query={programmes}>
        {({ programmes: list }) => (
          <PageAnswer query={rounds}>
            {({ rounds: earlier }) => {
              const key = address.programme ?? earlier[0]?.programme.key ?? list[0]?.key
              return key === undefined ? (
                <NoProgrammes />
              ) : (
                <OfProgramme programme={key} choices={{ programmes: list, address, change }} />
              )
            }}
          </PageAnswer>
        )}
      </PageAnswer>
    </>
  )
}

function OfProgramme({ programme, choices }: { programme: string; choices: ProgrammeChoice }) {
  const query = useQuery(ask(getPlannable, { params: { programme } }))
  return (
    <PageAnswer query={query}>
      {(plannable) => <PlannerView key={programme} plannable={plannable} choices={choices} />}
    </PageAnswer>
  )
}

function NoProgrammes() {
  const texts = useTexts({ da, en })
  return (
    <>
      <PageHeading title={texts.title} question={texts.question} />
      <EmptyState
        title={texts.noProgrammes}
        action={
          <Link to={paths.programmes()} className={buttonClass('primary')}>
            {texts.seeProgrammes}
          </Link>
        }
      >
        {texts.noProgrammesBody}
      </EmptyState>
    </>
  )
}
