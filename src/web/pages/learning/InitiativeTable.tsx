import type { InitiativeRow } from '../../../contract/learning/action-plan.ts'
import { initiativeStates, type InitiativeState } from '../../../core/learning/initiative-state.ts'
import { formatDate, formatPeriod } from '../../format/dates.ts'
import { paths } from '../../paths.ts'
import { actionPlan as da } from '../../texts/da/action-plan.ts'
import { actionPlan as en } from '../../texts/en/action-plan.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { Field } from '../../ui/Field.tsx'
import { useFilters } from '../../ui/filters.ts'
import { Link } from '../../ui/Link.tsx'
import { StatusTag, type StatusKind } from '../../ui/StatusTag.tsx'

export const initiativeKinds: Readonly<Record<InitiativeState, StatusKind>> = {
  planned: 'neutral',
  running: 'active',
  done: 'done',
  stopped: 'attention',
}

export function InitiativeTable({ initiatives }: { initiatives: readonly InitiativeRow[] }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const [{ state: wanted }, setFilters] = useFilters(['state'])
  const shown = initiatives.filter(
    ({ state, late }) => wanted === undefined || (wanted === 'late' ? late : state === wanted),
  )
  const isFirst = initiatives.every(({ since }) => since === null)
  const columns: readonly DataColumn<InitiativeRow>[] = [
    {
      key: 'title',
      title: texts.initiative,
      rowHeader: true,
      render: ({ id, title }) => <Link to={paths.initiative(id)}>{title}</Link>,
    },
    {
      key: 'state',
      title: texts.state,
      render: ({ state, late }) => (
        <span>
          <StatusTag kind={initiativeKinds[state]}>{texts.states[state]}</StatusTag>
          {late && (
            <>
              {' '}
              <StatusTag kind="danger">{texts.late}</StatusTag>
            </>
          )}
        </span>
      ),
    },
    {
      key: 'owner',
      title: texts.owner,
      sortBy: ({ owner }) => owner.name,
      render: ({ owner }) => owner.name,
    },
    {
      key: 'period',
      title: texts.period,
      sortBy: ({ startsOn }) => startsOn,
      render: ({ startsOn, endsOn }) =>
        endsOn === null
          ? texts.from(formatDate(startsOn, language))
          : formatPeriod(startsOn, endsOn, language),
    },
    { key: 'source', title: texts.source, render: ({ source }) => texts.sources[source] },
    ...(isFirst
      ? []
      : [
          {
            key: 'since',
            title: texts.since,
            render: ({ since }: InitiativeRow) => (since === null ? '–' : texts.sinceWords[since]),
          },
        ]),
  ]
  return (
    <>
      <Field label={texts.filterState}>
        {(wired) => (
          <select
            {...wired}
            className="form-select"
            value={wanted ?? ''}
            onChange={({ target }) => setFilters({ state: target.value })}
          >
            <option value="">{texts.allStates}</option>
            {initiativeStates.map((state) => (
              <option key={state} value={state}>
                {texts.states[state]}
              </option>
            ))}
            <option value="late">{texts.onlyLate}</option>
          </select>
        )}
      </Field>
      <DataTable
        caption={texts.initiatives}
        captionHidden
        stacked
        columns={columns}
        rows={shown}
        rowKey={({ id }) => id}
      />
    </>
  )
}
