import { useQuery } from '@tanstack/react-query'
import { useParams, useRouter, useSearch } from '@tanstack/react-router'
import { getVisit, listVisitChoices, planVisit, type VisitView } from '../../../contract/learning/visits.ts'
import type { CallOutput } from '../../../contract/client.ts'
import { ask, useSend } from '../../api.ts'
import { formatDate } from '../../format/dates.ts'
import { paths } from '../../paths.ts'
import { visits as da } from '../../texts/da/visits.ts'
import { visits as en } from '../../texts/en/visits.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { Breadcrumb } from '../../ui/Breadcrumb.tsx'
import { PageAnswer } from '../../ui/PageAnswer.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { Permitted } from '../../ui/Permitted.tsx'
import { VisitPlanForm } from './VisitPlanForm.tsx'

export function NewVisitPage() {
  const { unit } = useParams({ from: '/units/$unit/visits/new' })
  const search: { readonly follows?: unknown } = useSearch({ strict: false })
  const follows = typeof search.follows === 'string' ? search.follows : undefined
  const choices = useQuery(ask(listVisitChoices, { params: { unit } }))
  return (
    <Permitted action="visit.lead">
      <PageAnswer query={choices}>
        {(loaded) =>
          follows === undefined ? (
            <NewVisit choices={loaded} first={null} />
          ) : (
            <FollowUp choices={loaded} follows={follows} />
          )
        }
      </PageAnswer>
    </Permitted>
  )
}

type Choices = CallOutput<typeof listVisitChoices>

function FollowUp({ choices, follows }: { choices: Choices; follows: string }) {
  const query = useQuery(ask(getVisit, { params: { visit: follows } }))
  return <PageAnswer query={query}>{(first) => <NewVisit choices={choices} first={first} />}</PageAnswer>
}

function NewVisit({ choices, first }: { choices: Choices; first: VisitView | null }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const router = useRouter()
  const send = useSend(planVisit)
  const { unit, rounds } = choices
  const closed = rounds.find(({ state }) => state === 'closed')
  return (
    <>
      <Breadcrumb
        above={[
          { title: texts.learning, to: paths.learning() },
          { title: `${texts.title}, ${unit.name}`, to: paths.visits(unit.id) },
        ]}
      />
      <PageHeading title={texts.newTitle} question={texts.newQuestion(unit.name)} />
      {first !== null && <p>{texts.followUpTo(formatDate(first.day, language))}</p>}
      <VisitPlanForm
        choices={choices}
        start={{
          day: '',
          place: first?.place ?? '',
          round: first?.round?.key ?? closed?.key ?? '',
        }}
        participants={first?.participants ?? []}
        action={texts.plan}
        busy={send.isPending}
        error={send.error}
        onSend={(plan) =>
          send.mutate(
            { params: { unit: unit.id }, body: { ...plan, follows: first?.id ?? null } },
            { onSuccess: ({ id }) => void router.navigate({ href: paths.visit(id) }) },
          )
        }
      />
    </>
  )
}
