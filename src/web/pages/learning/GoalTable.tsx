import type { GoalSummary } from '../../../contract/learning/goal.ts'
import { paths } from '../../paths.ts'
import { formatPercent } from '../../format/numbers.ts'
import { goal as da } from '../../texts/da/goal.ts'
import { goal as en } from '../../texts/en/goal.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { Link } from '../../ui/Link.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { ShareCell } from '../analysis/ShareCell.tsx'
import { aimName, standingTag } from './goal-words.ts'

interface GoalTableProps {
  readonly goals: readonly GoalSummary[]
  readonly unitHidden?: boolean
}

export function GoalTable({ goals, unitHidden = false }: GoalTableProps) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  const columns: readonly DataColumn<GoalSummary>[] = [
    {
      key: 'aim',
      title: texts.aim,
      rowHeader: true,
      render: ({ id, aim }) => <Link to={paths.goal(id)}>{aimName(aim, texts, local)}</Link>,
    },
    ...(unitHidden
      ? []
      : [
          {
            key: 'unit',
            title: texts.unit,
            sortBy: ({ unit }: GoalSummary) => unit.name,
            render: ({ unit }: GoalSummary) => unit.name,
          },
        ]),
    {
      key: 'stood',
      title: texts.stood,
      align: 'end',
      render: ({ base }) => <ShareCell of={base.figure} sample={base.figure.sample} />,
    },
    {
      key: 'target',
      title: texts.target,
      align: 'end',
      sortBy: ({ target }) => target,
      render: ({ target }) => formatPercent(target / 100, language),
    },
    {
      key: 'now',
      title: texts.now,
      align: 'end',
      render: ({ standing }) => {
        const figure = standing.state === 'judged' ? standing.judgement.figure : null
        return figure === null ? '–' : <ShareCell of={figure} sample={figure.sample} />
      },
    },
    {
      key: 'round',
      title: texts.round,
      render: ({ standing, atNext }) => {
        const round =
          standing.state === 'judged'
            ? standing.judgement.round
            : standing.state === 'waiting'
              ? standing.round
              : null
        return round === null ? (atNext ? texts.nextRound : '–') : local(round.title)
      },
    },
    {
      key: 'standing',
      title: texts.standing,
      render: ({ standing }) => {
        const { kind, word } = standingTag(standing, texts)
        return <StatusTag kind={kind}>{word}</StatusTag>
      },
    },
  ]
  return (
    <DataTable
      caption={texts.caption}
      captionHidden
      stacked
      columns={columns}
      rows={goals}
      rowKey={({ id }) => id}
    />
  )
}
