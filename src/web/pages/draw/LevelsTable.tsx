import type { Round } from '../../../contract/draw/rounds.ts'
import { formatHours } from '../../format/durations.ts'
import { formatInteger } from '../../format/numbers.ts'
import { paths } from '../../paths.ts'
import { useCommonTexts } from '../../texts/common.ts'
import { rounds as da } from '../../texts/da/rounds.ts'
import { rounds as en } from '../../texts/en/rounds.ts'
import { drawKinds as kindsDa } from '../../texts/da/draw-kinds.ts'
import { drawKinds as kindsEn } from '../../texts/en/draw-kinds.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { Link } from '../../ui/Link.tsx'
import { StatusTag, type StatusKind } from '../../ui/StatusTag.tsx'
import { listWords } from '../programme/selection-words.ts'
import { isDrawn, type LevelStanding, type RoundStanding } from './round-standing.ts'

type Row = Pick<LevelStanding, 'drawn' | 'submitted' | 'writtenOff' | 'minutesUsed' | 'minutesLeft'> & {
  /** All that were drawn, those written off too. */
  readonly cases: number
  /** Null: all levels together. */
  readonly level: LevelStanding['level'] | null
}

const stateKinds: Readonly<Record<LevelStanding['level']['state'], StatusKind>> = {
  waiting: 'neutral',
  'to-freeze': 'active',
  frozen: 'active',
  drawn: 'done',
  'seed-published': 'done',
}

/** Each level's draw with the hours it took and will take. */
export function LevelsTable({ round, standing }: { round: Round; standing: RoundStanding }) {
  const texts = useTexts({ da, en })
  const common = useCommonTexts()
  const language = useLanguage()
  const local = useLocal()
  const kinds = useTexts({ da: kindsDa, en: kindsEn })
  const stateWords = ({ kind, state }: LevelStanding['level']) =>
    state === 'drawn' || state === 'seed-published' ? kinds[kind].round[state] : texts.levelStates[state]
  const levels = standing.levels.map((each) => ({ ...each, cases: each.drawn + each.writtenOff }))
  const sum = (key: 'cases' | 'drawn' | 'submitted' | 'writtenOff' | 'minutesUsed' | 'minutesLeft') =>
    levels.reduce((total, level) => total + level[key], 0)
  const total: Row = {
    level: null,
    cases: sum('cases'),
    drawn: sum('drawn'),
    submitted: sum('submitted'),
    writtenOff: sum('writtenOff'),
    minutesUsed: sum('minutesUsed'),
    minutesLeft: sum('minutesLeft'),
  }
  const none = <span className="soft">–</span>
  const figure = (key: 'cases' | 'submitted' | 'writtenOff', title: string): DataColumn<Row> => ({
    key,
    title,
    align: 'end',
    render: (row) => (row.cases === 0 ? none : formatInteger(row[key], language)),
  })
  const hours = (key: 'minutesUsed' | 'minutesLeft', title: string): DataColumn<Row> => ({
    key,
    title,
    align: 'end',
    render: (row) => (row.cases === 0 ? none : formatHours(row[key], language)),
  })
  const columns: readonly DataColumn<Row>[] = [
    {
      key: 'level',
      title: texts.level,
      rowHeader: true,
      render: ({ level }) =>
        level === null ? (
          common.total
        ) : (
          <Link to={paths.draw(round.key, level.level)}>
            {level.level} {local(level.title)}
          </Link>
        ),
    },
    {
      key: 'state',
      title: texts.draw,
      render: ({ level }) =>
        level && <StatusTag kind={stateKinds[level.state]}>{stateWords(level)}</StatusTag>,
    },
    figure('cases', texts.drawn),
    figure('submitted', texts.submitted),
    ...(total.writtenOff > 0 ? [figure('writtenOff', texts.writtenOff)] : []),
    hours('minutesUsed', texts.hoursUsed),
    hours('minutesLeft', texts.hoursLeft),
  ]
  const undrawn = round.levels.filter(({ state }) => !isDrawn(state)).map(({ level }) => String(level))
  const each = round.levels.map(({ level, minutesEach }) => texts.minutesEach(level, minutesEach))
  return (
    <>
      <DataTable
        caption={texts.levelsCaption}
        captionHidden
        columns={columns}
        rows={[...levels, total]}
        rowKey={({ level }) => String(level?.level ?? 'total')}
        isTotal={({ level }) => level === null}
        stacked
      />
      <p className="soft small">
        {texts.hoursNote(each.join(', '))}{' '}
        {undrawn.length > 0 && texts.undrawnNote(listWords(undrawn, language))}
      </p>
    </>
  )
}
