import {
  findGoal,
  holdGoalsOf,
  listOpenGoals,
  saveGoalJudgement,
  type Goal,
  type StoredJudgement,
} from '../../storage/learning/goal.ts'
import type { Database } from '../../storage/transaction.ts'
import type { AnalysisRoom } from '../analysis/open-results.ts'
import type { Acting } from '../frame/context.ts'
import { danishDay } from '../frame/danish-day.ts'
import { notify } from '../notification/notify.ts'
import { getKnownRound, loadRounds } from './goal-rounds.ts'
import { roundOfGoal, standingOf } from './goal-standing.ts'
import { listPeopleAt } from './visit-people.ts'

/**
 * Judges the goals whose round has closed, each once and for good, and tells who set them and may still read them. Where nothing has closed nothing
 * is computed and nothing logged.
 */
export async function watchGoals(database: Database, room: AnalysisRoom, now: Date): Promise<number> {
  let judged = 0
  for (const { municipalityId } of await database.beforeSignIn.listMunicipalities()) {
    const acting: Acting = { database, actor: { municipalityId, personId: null } }
    const { goals, rounds } = await database.transaction(acting.actor, async ({ reader }) => ({
      goals: await listOpenGoals(reader),
      rounds: await loadRounds(reader),
    }))
    for (const goal of goals) {
      const round = roundOfGoal(goal, getKnownRound(rounds, goal.baseRound), rounds)
      if (round?.round.state !== 'closed') continue
      const standing = await standingOf(acting, room, goal, rounds)
      if (standing === 'too-busy') return judged
      if (standing.state === 'judged') judged += await keep(acting, goal, standing.judgement, now)
    }
  }
  return judged
}

async function keep(
  { database, actor }: Acting,
  { id, setBy, unit }: Goal,
  judgement: StoredJudgement,
  now: Date,
): Promise<number> {
  return database.transaction(actor, async (tx) => {
    // Withdrawn or judged by another process since.
    const isSettled = async () => {
      const goal = await findGoal(tx.reader, id)
      return goal === undefined || goal.withdrawnAt !== null || goal.judgement !== null
    }
    if (await isSettled()) return 0
    const writer = await tx.recordChange({
      room: 'learning',
      act: 'judge-goal',
      subjectKind: 'goal',
      subjectId: id,
      detail: { verdict: judgement.verdict },
    })
    await holdGoalsOf(writer, unit.id)
    if ((await isSettled()) || !(await saveGoalJudgement(writer, id, judgement, now))) return 0
    const access = { act: 'list-visit-people', subjectKind: 'goal', subjectId: id } as const
    const here = await listPeopleAt({ today: danishDay(now) }, await tx.recordAccess(access), unit.id)
    // Whoever has left the unit since may not open the goal.
    const to = here.filter((person) => person.id === setBy).map((person) => person.id)
    if (to.length > 0) await notify(writer, { to, kind: 'goal-judged', subjectId: id })
    return 1
  })
}
