import type { CalibrationResults, CalibrationRow } from '../../contract/calibration/results.ts'
import type { Immutable } from '../../contract/frame/route.ts'
import { byDisagreement, chanceCorrected, sumPairs } from '../../core/calibration/agreement.ts'
import { refusalOfCalibrationAct } from '../../core/calibration/calibration-state.ts'
import { byWhatWasSaid } from '../../core/calibration/remark-order.ts'
import { getStage } from '../../core/programme/lookup.ts'
import { listInvited } from '../../storage/calibration/invited.ts'
import {
  listConclusions,
  listOpenedAnswers,
  type Conclusion,
  type GivenInCalibration,
} from '../../storage/calibration/results.ts'
import type { CalibrationId, PersonId } from '../../storage/ids.ts'
import { getProgrammeVersion } from '../../storage/programme/programme-version.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { countAgreement, type Counted, type CountedCase, type CountedQuestion } from './count-agreement.ts'
import { levelTitle, readCases } from './get-calibration.ts'
import { findStanding } from './standing.ts'

interface Said {
  readonly me: PersonId
  readonly counted: Counted
  readonly given: readonly GivenInCalibration[]
  readonly conclusions: readonly Conclusion[]
}

/**
 * What the invited answered. Answers come by level and never with whose they are, and in no order that would let one
 * follow a person from question to question: the meeting is about how the questions are read.
 */
export async function getCalibrationResults(
  context: Context,
  id: CalibrationId,
): Promise<Result<Immutable<CalibrationResults>>> {
  return context.database.transaction(context.actor, async (tx) => {
    const standing = await findStanding(context, tx.reader, id)
    if (!standing.ok) return standing
    const { head, state, mayLead } = standing.value
    const refusal = refusalOfCalibrationAct('read-results', state)
    if (refusal !== null || head.openedAt === null) return refused(refusal ?? 'calibration-sealed')
    const entry = { act: 'open-calibration-results', subjectKind: 'calibration', subjectId: id }
    const reader = await tx.recordAccess(entry)
    const { programme } = await getProgrammeVersion(reader, head.programmeVersionId)
    const given = await listOpenedAnswers(reader, id)
    const counted = countAgreement(programme, await readCases(reader, id), given)
    const me = context.actor.personId
    const said = { me, counted, given, conclusions: await listConclusions(reader, id) }
    const levels = [...new Set(counted.people.map(({ level }) => level))].toSorted((a, b) => a - b)
    return done({
      id,
      name: head.name,
      openedAt: head.openedAt.toISOString(),
      mayConclude: mayLead,
      invited: (await listInvited(reader, id)).length,
      levels: levels.map((level) => ({
        level,
        title: levelTitle(programme, level),
        people: counted.people.filter((each) => each.level === level).length,
      })),
      pairs: counted.pairs,
      agreeing: counted.agreeing,
      chance: chanceOf(counted),
      cases: counted.cases.map((each) => ({
        id: each.training.id,
        title: each.training.title,
        stage: getStage(programme, each.training.stage).title,
        ...sumPairs(each.questions),
        documents: each.training.documents,
        rows: byDisagreement(each.questions).map((question) => toRow(each, question, said)),
      })),
    })
  })
}

function chanceOf({ cases }: Counted): CalibrationResults['chance'] {
  const yesNo = cases.flatMap(({ questions }) =>
    questions.filter(({ definition }) => definition.answerType === 'yes-no'),
  )
  const chance = chanceCorrected(yesNo.map(({ voices }) => voices))
  if (chance === undefined) return null
  const { ac1, limits, alpha, questions } = chance
  return { ac1, lower: limits[0], upper: limits[1], alpha, questions }
}

function toRow(
  { training }: CountedCase,
  { definition, voices, answered, pairs, agreeing, levels, direction }: CountedQuestion,
  { me, counted, given, conclusions }: Said,
): Immutable<CalibrationRow> {
  const { key, number, text, answerType, grades = [] } = definition
  const here = (each: { readonly trainingCase: string; readonly question: string }) =>
    each.trainingCase === training.id && each.question === key
  const written = conclusions.filter(here)
  const newest = written.at(-1)
  const voiceOf = (person: PersonId) =>
    voices[counted.people.findIndex((each) => each.person === person)]?.given ?? null
  return {
    question: key,
    number,
    text,
    answerType,
    grades,
    own: voiceOf(me),
    answered,
    pairs,
    agreeing,
    levels,
    direction,
    remarks: given
      .filter(here)
      .filter(({ person }) => voiceOf(person) !== null)
      .filter(({ comment, evidenceReference }) => comment !== null || evidenceReference !== null)
      .map(({ person, level, comment, evidenceReference }) => ({
        level,
        given: voiceOf(person),
        me: person === me,
        comment,
        evidence: evidenceReference,
      }))
      .toSorted(byWhatWasSaid),
    conclusion:
      newest === undefined
        ? null
        : {
            id: newest.id,
            given: newest.given,
            reason: newest.reason,
            guidance: newest.guidance,
            by: newest.by,
            at: newest.at.toISOString(),
          },
    earlier: Math.max(0, written.length - 1),
  }
}
