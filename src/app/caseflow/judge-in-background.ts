import { countCasesToJudge, hasEnded, judgeEndedAgain } from '../../storage/caseflow/case-to-judge.ts'
import type { Database } from '../../storage/transaction.ts'
import { judgeWaitingCases } from './judge-cases.ts'

/** Cases judged in one go between other recurring work: a quarter of a minute. */
const mostAtOnce = 20_000

/**
 * Judges what an import left in line, also after a restart. A clock that has run out needs no judging to be seen as open;
 * its case is judged once all the same, because the end of one period can begin the next.
 */
export async function judgeInBackground(database: Database, now: Date): Promise<void> {
  for (const { municipalityId } of await database.beforeSignIn.listMunicipalities()) {
    const actor = { municipalityId, personId: null }
    const waiting = await database.transaction(actor, async (tx) => {
      if (await hasEnded(tx.reader, now)) {
        const entry = { room: 'caseflow', act: 'judge-ended', subjectKind: 'case-deadlines' } as const
        await judgeEndedAgain(await tx.recordChange(entry), now)
      }
      return countCasesToJudge(tx.reader)
    })
    if (waiting > 0) await judgeWaitingCases({ database, actor }, now, mostAtOnce)
  }
}
