import type { Round } from '../../../contract/draw/rounds.ts'

type Level = Round['levels'][number]
type Progress = Round['progress'][number]

/** What the round waits for from those who lead it. */
export type NextAct =
  | { readonly kind: 'freeze' | 'draw'; readonly level: Level }
  | { readonly kind: 'review' | 'close' | 'closed' }

export interface LevelStanding {
  readonly level: Level
  /** To be reviewed: drawn and not written off. */
  readonly drawn: number
  readonly submitted: number
  readonly writtenOff: number
  /** Drawn, but given to nobody. */
  readonly unassigned: number
  /** As the reviewers stated them. */
  readonly minutesUsed: number
  /** The programme's minutes for what is drawn and not submitted. */
  readonly minutesLeft: number
  /** Units with reviews missing, most first. */
  readonly missing: readonly { readonly unit: string; readonly count: number }[]
}

export interface RoundStanding {
  readonly levels: readonly LevelStanding[]
  readonly next: NextAct
}

/** Where a round is: level by level, and what comes next. */
export function roundStanding(round: Round): RoundStanding {
  const levels = round.levels.map((level) => levelStanding(level, round.progress))
  return { levels, next: nextAct(round, levels) }
}

function levelStanding(level: Level, progress: readonly Progress[]): LevelStanding {
  const rows = progress.filter((row) => row.level === level.level)
  const sum = (of: (row: Progress) => number) => rows.reduce((total, row) => total + of(row), 0)
  const drawn = sum((row) => row.drawn)
  const submitted = sum((row) => row.submitted)
  return {
    level,
    drawn,
    submitted,
    writtenOff: sum((row) => row.writtenOff),
    unassigned: drawn - sum((row) => row.assigned),
    minutesUsed: sum((row) => row.minutes),
    minutesLeft: (drawn - submitted) * level.minutesEach,
    missing: rows
      .map((row) => ({ unit: row.unit.name, count: row.drawn - row.submitted }))
      .filter(({ count }) => count > 0)
      .toSorted((a, b) => b.count - a.count),
  }
}

function nextAct(round: Round, levels: readonly LevelStanding[]): NextAct {
  if (round.state === 'closed') return { kind: 'closed' }
  for (const { level } of levels) {
    if (level.state === 'to-freeze') return { kind: 'freeze', level }
    if (level.state === 'frozen') return { kind: 'draw', level }
  }
  return levels.some(({ missing }) => missing.length > 0) ? { kind: 'review' } : { kind: 'close' }
}

/** Whether the cases of a level can no longer be changed because another level was frozen from them. */
export function isBuiltOn(round: Pick<Round, 'levels'>, level: number): boolean {
  return round.levels.some(({ from, state }) => from === level && isFrozen(state))
}

export function isDrawn(state: Level['state']): boolean {
  return state === 'drawn' || state === 'seed-published'
}

function isFrozen(state: Level['state']): boolean {
  return state === 'frozen' || isDrawn(state)
}
