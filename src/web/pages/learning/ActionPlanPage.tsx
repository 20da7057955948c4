import { useQuery } from '@tanstack/react-query'
import { useParams, useRouter } from '@tanstack/react-router'
import { addPlanDraft, getActionPlan, type ActionPlanView } from '../../../contract/learning/action-plan.ts'
import { ask, useSend } from '../../api.ts'
import { formatShortDate } from '../../format/dates.ts'
import { paths } from '../../paths.ts'
import { actionPlan as da } from '../../texts/da/action-plan.ts'
import { actionPlan as en } from '../../texts/en/action-plan.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { Breadcrumb } from '../../ui/Breadcrumb.tsx'
import { Button, buttonClass } from '../../ui/Button.tsx'
import { useFilters } from '../../ui/filters.ts'
import { Link } from '../../ui/Link.tsx'
import { PageAnswer } from '../../ui/PageAnswer.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { InitiativeTable } from './InitiativeTable.tsx'

export function ActionPlanPage() {
  const { plan } = useParams({ from: '/action-plans/$plan' })
  const [{ version }] = useFilters(['version'])
  const wanted = version === undefined || !/^\d{1,4}$/.test(version) ? {} : { version: Number(version) }
  const query = useQuery({
    ...ask(getActionPlan, { params: { plan }, query: wanted }),
    refetchOnMount: 'always' as const,
  })
  return <PageAnswer query={query}>{(view) => <View view={view} />}</PageAnswer>
}

function View({ view }: { view: ActionPlanView }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const router = useRouter()
  const send = useSend(addPlanDraft)
  const { shown, initiatives, leftOut } = view
  const hasDraft = view.versions.some(({ publishedAt }) => publishedAt === null)
  const running = initiatives.filter(({ state }) => state === 'running').length
  const late = initiatives.filter((each) => each.late).length
  const day = shown.publishedAt === null ? null : formatShortDate(shown.publishedAt.slice(0, 10), language)
  return (
    <>
      <Breadcrumb above={[{ title: texts.title, to: paths.actionPlans() }]} />
      <PageHeading
        title={`${view.title}, ${shown.label}`}
        question={initiatives.length === 0 ? texts.noInitiatives : texts.summary(running, late)}
        actions={
          view.mayEdit &&
          (hasDraft ? (
            <Link className={buttonClass('primary')} to={paths.actionPlanDraft(view.id)}>
              {texts.writeDraft}
            </Link>
          ) : (
            <Button
              busy={send.isPending}
              onClick={() =>
                send.mutate(
                  { params: { plan: view.id } },
                  { onSuccess: () => void router.navigate({ href: paths.actionPlanDraft(view.id) }) },
                )
              }
            >
              {texts.newVersion}
            </Button>
          ))
        }
      />
      {send.isError && <Problem error={send.error} />}
      <p className="soft">
        {day === null
          ? texts.draftNote
          : shown.publishedBy === null
            ? texts.publishedOn(day)
            : texts.publishedBy(day, shown.publishedBy)}
      </p>
      {view.versions.length > 1 && (
        <nav className="unit-links" aria-label={texts.otherVersions}>
          <ul className="no-max-width">
            {view.versions.map(({ version, label, publishedAt }) => (
              <li key={version}>
                <Link
                  to={paths.actionPlan(view.id, version)}
                  aria-current={version === shown.version ? 'page' : undefined}
                >
                  {publishedAt === null
                    ? `${texts.versionLink(label)} (${texts.draft})`
                    : texts.versionLink(label)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {shown.foreword !== null && <p className="reading-width">{shown.foreword}</p>}
      {initiatives.length > 0 && <InitiativeTable initiatives={initiatives} />}
      {leftOut.length > 0 && (
        <section aria-labelledby="plan-left-out">
          <h2 id="plan-left-out">{texts.leftOut}</h2>
          <ul>
            {leftOut.map(({ id, title, state, label }) => (
              <li key={id}>
                <Link to={paths.initiative(id)}>{title}</Link> ({texts.states[state]},{' '}
                {texts.takenOutIn(label)})
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
