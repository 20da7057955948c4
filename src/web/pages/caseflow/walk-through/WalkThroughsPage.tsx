import { useQuery } from '@tanstack/react-query'
import { listWalkThroughs, walkCasesAtMost } from '../../../../contract/caseflow/walk-throughs.ts'
import type { CallOutput } from '../../../../contract/client.ts'
import { ask } from '../../../api.ts'
import { paths } from '../../../paths.ts'
import { walkThrough as da } from '../../../texts/da/walk-through.ts'
import { walkThrough as en } from '../../../texts/en/walk-through.ts'
import { useLanguage, useTexts } from '../../../texts/language.tsx'
import { buttonClass } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { FilterBar, type Filter } from '../../../ui/FilterBar.tsx'
import { useFilters } from '../../../ui/filters.ts'
import { Link } from '../../../ui/Link.tsx'
import { PageAnswer } from '../../../ui/PageAnswer.tsx'
import { PageHeading } from '../../../ui/PageHeading.tsx'
import { Permitted } from '../../../ui/Permitted.tsx'
import { localeOf } from '../../../format/numbers.ts'
import { CaseflowTabs } from '../CaseflowTabs.tsx'
import { WalkCaseTable } from './WalkCaseTable.tsx'
import { walkQuery } from './walk-query.ts'

/** Which cases remain to be walked through this month, and in what order? */
export function WalkThroughsPage() {
  return (
    <Permitted action="caseflow.walk-through">
      <WalkThroughs />
    </Permitted>
  )
}

type Listed = CallOutput<typeof listWalkThroughs>
const keys = ['unit', 'caseworker', 'state'] as const

function WalkThroughs() {
  const [filters] = useFilters(keys)
  const query = useQuery({
    ...ask(listWalkThroughs, { query: walkQuery(filters) }),
    placeholderData: (before: Listed | undefined) => before,
    refetchOnMount: 'always' as const,
  })
  return <PageAnswer query={query}>{(listed) => <View listed={listed} />}</PageAnswer>
}

function View({ listed }: { listed: Listed }) {
  const texts = useTexts({ da, en })
  const [filters] = useFilters(keys)
  const { unit, cases } = listed
  const remaining = cases.filter(({ walked }) => !walked)
  // Of one caseworker the server tells only what remains.
  const wanted = filters.caseworker === undefined ? filters.state : undefined
  const state = wanted === 'done' || wanted === 'all' ? wanted : 'remaining'
  const shown = state === 'all' ? cases : state === 'done' ? cases.filter(({ walked }) => walked) : remaining
  const walk = { unit: unit?.id, caseworker: filters.caseworker }
  const [first] = remaining
  return (
    <>
      <PageHeading
        title={texts.title}
        question={unit === null ? texts.question : <Standing listed={listed} />}
        actions={
          first !== undefined && (
            <Link to={paths.caseDeadlines(first.caseId, walk)} className={buttonClass('primary')}>
              {texts.begin}
            </Link>
          )
        }
      />
      <CaseflowTabs />
      {unit === null ? (
        <EmptyState title={texts.noUnit}>{texts.noUnitBody}</EmptyState>
      ) : (
        <>
          <Filters listed={listed} />
          {listed.total === 0 ? (
            <EmptyState title={texts.noCases}>{texts.noCasesBody}</EmptyState>
          ) : shown.length === 0 ? (
            <EmptyState title={state === 'done' ? texts.noneDone : texts.allDone}>
              {state === 'done' ? texts.noneDoneBody : texts.allDoneBody}
            </EmptyState>
          ) : (
            <WalkCaseTable cases={shown} walk={walk} />
          )}
          {cases.length >= walkCasesAtMost && <p className="soft">{texts.more(walkCasesAtMost)}</p>}
        </>
      )}
    </>
  )
}

/** Of a unit how far it has come; of one caseworker only what remains, because nothing here measures a person. */
function Standing({ listed: { today, cases, total } }: { listed: Listed }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const [{ caseworker }] = useFilters(keys)
  const remaining = cases.filter(({ walked }) => !walked).length
  const month = new Intl.DateTimeFormat(localeOf(language), { month: 'long', timeZone: 'UTC' }).format(
    new Date(`${today}T00:00:00Z`),
  )
  return (
    <>
      {caseworker === undefined && `${texts.standing(cases.length - remaining, total, month)} `}
      {total > 0 && texts.remaining(remaining)}
    </>
  )
}

function Filters({ listed: { units, unit, caseworkers } }: { listed: Listed }) {
  const texts = useTexts({ da, en })
  const [filters, setFilters] = useFilters(keys)
  const all: readonly (Filter<(typeof keys)[number]> | null)[] = [
    units.length > 1
      ? {
          key: 'unit',
          label: texts.filters.unit,
          all: false,
          options: units.map(({ id, name }) => ({ value: id, label: name })),
        }
      : null,
    {
      key: 'caseworker',
      label: texts.filters.caseworker,
      options: caseworkers.map(({ code, name }) => ({
        value: code,
        label: name === null ? code : `${name} (${code})`,
      })),
    },
    filters.caseworker === undefined
      ? {
          key: 'state',
          label: texts.filters.state,
          all: texts.states.remaining,
          options: (['done', 'all'] as const).map((value) => ({ value, label: texts.states[value] })),
        }
      : null,
  ]
  return (
    <FilterBar
      filters={all.filter((each) => each !== null)}
      values={{ ...filters, ...(filters.unit !== undefined && unit !== null && { unit: unit.id }) }}
      onChange={(changes) => {
        if ('unit' in changes) setFilters({ ...changes, caseworker: undefined })
        else setFilters('caseworker' in changes ? { ...changes, state: undefined } : changes)
      }}
    />
  )
}
