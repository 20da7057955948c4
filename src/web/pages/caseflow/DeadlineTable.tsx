import type { ListedDeadline, ListedRule } from '../../../contract/caseflow/deadlines.ts'
import { formatShortDate, formatTime } from '../../format/dates.ts'
import { paths } from '../../paths.ts'
import { caseflow as da } from '../../texts/da/caseflow.ts'
import { caseflow as en } from '../../texts/en/caseflow.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { Link } from '../../ui/Link.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { RuleNote } from './RuleNote.tsx'

interface DeadlineTableProps {
  readonly caption: string
  readonly deadlines: readonly ListedDeadline[]
  readonly rules: readonly ListedRule[]
  readonly showUnit: boolean
  /** On the case's own page its number and its caseworker are not said again. */
  readonly ofOneCase?: boolean
}

/** Deadlines in the order they come in; each rule tells on a click where it stands and how sure we are of it. */
export function DeadlineTable({
  caption,
  deadlines,
  rules,
  showUnit,
  ofOneCase = false,
}: DeadlineTableProps) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  const titles = texts.columns
  const ruleOf = (one: ListedDeadline) =>
    rules.find(({ key, rules: set }) => key === one.rule && set === one.rules)
  const pointOf = (day: string | null, moment: string | null) => {
    if (moment !== null)
      return texts.at(formatShortDate(day ?? moment, language), formatTime(moment, language))
    return day === null ? '–' : formatShortDate(day, language)
  }
  const caseColumn: DataColumn<ListedDeadline> = {
    key: 'case',
    title: titles.case,
    rowHeader: true,
    render: ({ caseId }) => <Link to={paths.caseDeadlines(caseId)}>{caseId}</Link>,
  }
  const caseworkerColumn: DataColumn<ListedDeadline> = {
    key: 'caseworker',
    title: titles.caseworker,
    render: ({ caseworker, caseworkerName }) =>
      caseworkerName ?? (caseworker === '' ? texts.unknown : caseworker),
  }
  const doneColumn: DataColumn<ListedDeadline> = {
    key: 'done',
    title: titles.done,
    align: 'end',
    render: ({ doneOn }) => (doneOn === null ? '–' : formatShortDate(doneOn, language)),
  }
  const columns: readonly DataColumn<ListedDeadline>[] = [
    ...(ofOneCase ? [] : [caseColumn]),
    {
      key: 'rule',
      title: titles.rule,
      className: 'wide rule-cell',
      rowHeader: ofOneCase,
      render: (one) => {
        const rule = ruleOf(one)
        const started = one.startedOn === null ? '' : texts.started(pointOf(one.startedOn, one.startedAt))
        return (
          <>
            {rule === undefined ? one.rule : <RuleNote rule={rule} title={local(rule.title)} />}
            <span className="cell-note">
              {started}
              {ofOneCase && rule !== undefined && `${started === '' ? '' : ' · '}${rule.basis}`}
            </span>
          </>
        )
      },
    },
    ...(showUnit
      ? [
          {
            key: 'unit',
            title: titles.unit,
            render: ({ unit }: ListedDeadline) => (unit === '' ? texts.unknown : unit),
          },
        ]
      : []),
    ...(ofOneCase ? [doneColumn] : [caseworkerColumn]),
    {
      key: 'due',
      title: titles.due,
      align: 'end',
      render: ({ dueOn, dueAt }) => pointOf(dueOn, dueAt),
    },
    {
      key: 'state',
      title: titles.state,
      render: (one) => <DeadlineState of={one} inHours={one.dueAt !== null} />,
    },
  ]
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={columns}
      rows={deadlines}
      rowKey={({ caseId, n }) => `${caseId} ${n}`}
      stacked
    />
  )
}

/** Red only for what has passed and is not done. */
function DeadlineState({ of, inHours }: { of: ListedDeadline; inHours: boolean }) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const { state, left, lateBy, because } = of
  switch (state) {
    case 'running': {
      const soon = left !== null && (inHours || left <= 1)
      return (
        <StatusTag kind={soon ? 'attention' : 'active'}>
          {left === null ? texts.states.running : inHours ? texts.leftHours(left) : texts.leftDays(left)}
        </StatusTag>
      )
    }
    case 'open':
    case 'late':
      return (
        <StatusTag kind={state === 'open' ? 'danger' : 'neutral'}>
          {lateBy === null ? texts.states[state] : inHours ? texts.lateHours(lateBy) : texts.lateDays(lateBy)}
        </StatusTag>
      )
    case 'met':
      return <StatusTag kind="done">{texts.states.met}</StatusTag>
    case 'cannot-tell':
    case 'not-applicable':
      return (
        <>
          <StatusTag kind="neutral">{texts.states[state]}</StatusTag>
          {because !== null && <span className="cell-note">{local(because)}</span>}
        </>
      )
  }
  return state satisfies never
}
