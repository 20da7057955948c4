import { useQuery } from '@tanstack/react-query'
import { listGoals } from '../../../contract/learning/goal.ts'
import type { CallOutput } from '../../../contract/client.ts'
import { ask } from '../../api.ts'
import { paths } from '../../paths.ts'
import { goal as da } from '../../texts/da/goal.ts'
import { goal as en } from '../../texts/en/goal.ts'
import { useTexts } from '../../texts/language.tsx'
import { buttonClass } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Field } from '../../ui/Field.tsx'
import { useFilters } from '../../ui/filters.ts'
import { Link } from '../../ui/Link.tsx'
import { PageAnswer } from '../../ui/PageAnswer.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { Permitted } from '../../ui/Permitted.tsx'
import { GoalTable } from './GoalTable.tsx'

export function GoalsPage() {
  const query = useQuery({ ...ask(listGoals, {}), refetchOnMount: 'always' as const })
  return (
    <Permitted action="learning.read">
      <PageAnswer query={query}>{(answer) => <View {...answer} />}</PageAnswer>
    </Permitted>
  )
}

function View({ units, everywhere, mayLead, goals }: CallOutput<typeof listGoals>) {
  const texts = useTexts({ da, en })
  const [{ unit }, setFilters] = useFilters(['unit'])
  const shown = goals.filter((goal) => unit === undefined || goal.unit.id === unit)
  const judged = shown.filter(({ standing }) => standing.state === 'judged').length
  const leads = unit === undefined ? mayLead[0] : mayLead.find((each) => each === unit)
  const only = units.length === 1 ? units[0] : units.find(({ id }) => id === unit)
  return (
    <>
      <PageHeading
        title={
          only === undefined ? (everywhere ? texts.titleAll : texts.titleMine) : texts.titleOf(only.name)
        }
        question={only === undefined ? texts.question : texts.questionOfOne}
        actions={
          leads !== undefined && (
            <Link className={buttonClass('primary')} to={paths.newGoal(leads)}>
              {texts.newGoal}
            </Link>
          )
        }
      />
      {units.length > 1 && (
        <Field label={texts.unit}>
          {(wired) => (
            <select
              {...wired}
              className="form-select"
              value={unit ?? ''}
              onChange={({ target }) => setFilters({ unit: target.value })}
            >
              <option value="">{texts.allUnits}</option>
              {units.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {shown.length === 0 ? (
        <EmptyState title={texts.emptyTitle}>{texts.emptyBody}</EmptyState>
      ) : (
        <>
          <GoalTable goals={shown} unitHidden={units.length === 1} />
          {judged > 0 && <p className="soft reading-width">{texts.judgedOf(judged)}</p>}
        </>
      )}
    </>
  )
}
