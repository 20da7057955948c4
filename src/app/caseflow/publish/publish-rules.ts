import type { publishRules as publishRoute } from '../../../contract/caseflow/rules.ts'
import type { Immutable, RouteInput, RouteOutput } from '../../../contract/frame/route.ts'
import { countCasesToJudge, judgeAllAgain } from '../../../storage/caseflow/case-to-judge.ts'
import { deadlineRulesDigest, saveDeadlineRules } from '../../../storage/caseflow/deadline-rules.ts'
import { beginEventImport } from '../../../storage/caseflow/event-import.ts'
import { authorise } from '../../frame/authorise.ts'
import type { Context } from '../../frame/context.ts'
import { done, refused, type Result } from '../../frame/result.ts'
import { rulesToJudgeBy, type IncludedRules } from '../included-rules.ts'
import { readCandidate } from './rules-candidate.ts'

type Published = Immutable<RouteOutput<typeof publishRoute>>

/**
 * Publishes rules as a version that never changes, and puts every case in line to be judged anew. Not while events are
 * being read or confirmed: a file whose words were understood by the old rules would be written under the new ones.
 */
export async function publishRules(
  context: Context,
  included: IncludedRules,
  { candidate, reason }: RouteInput<typeof publishRoute>['body'],
): Promise<Result<Published>> {
  const granted = authorise(context, 'caseflow.rules')
  if (!granted.ok) return granted
  const { database, actor, now } = context
  return database.transaction(actor, async (tx): Promise<Result<Published>> => {
    if (!(await beginEventImport(tx))) return refused('events-under-way')
    const read = await readCandidate(tx.reader, included, candidate)
    if (!read.ok) return read
    const { rules, text, standing, ofVersion } = read.value
    const { key, version } = rules
    if (standing === 'same') return done({ key, version, already: true, toJudge: 0 })
    // Whoever publishes rules of their own first must not lose the laws that come with the program.
    await rulesToJudgeBy(tx, included, now)
    const writer = await tx.recordChange({
      room: 'caseflow',
      act: 'publish-deadline-rules',
      subjectKind: 'deadline-rules',
      subjectId: key,
      detail: {
        version,
        digest: deadlineRulesDigest(text),
        ...(ofVersion !== undefined && { ofVersion }),
      },
    })
    await saveDeadlineRules(writer, rules, text, { at: now, by: actor.personId, reason, ofVersion })
    await judgeAllAgain(writer)
    return done({ key, version, already: false, toJudge: await countCasesToJudge(tx.reader) })
  })
}
