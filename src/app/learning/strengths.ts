import { randomUUID } from 'node:crypto'
import type { RouteOutput } from '../../contract/frame/route.ts'
import type { listStrengths as listRoute } from '../../contract/learning/strengths.ts'
import { indexQuestions } from '../../core/analysis/question-index.ts'
import { canBeExample, isStrengthShown } from '../../core/learning/strength.ts'
import { findQuestion, getStage } from '../../core/programme/lookup.ts'
import type { Theme } from '../../core/programme/programme.ts'
import { getRound } from '../../storage/draw/round.ts'
import { getId, type RoundId, type StrengthId, type UnitId } from '../../storage/ids.ts'
import {
  findStrength,
  insertStrength,
  listStrengths as list,
  withdrawStrength as withdraw,
  type Strength,
} from '../../storage/learning/strength.ts'
import { getProgrammeVersion, listNewestProgrammes } from '../../storage/programme/programme-version.ts'
import type { PersonalReader, Reader } from '../../storage/transaction.ts'
import { listWaiting } from '../analysis/open-results.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { getRole } from './four-box.ts'
import { mayAt, openUnit, roleAt } from './learning-unit.ts'

type Listed = RouteOutput<typeof listRoute>

export async function listStrengths(context: Context, unitId: UnitId): Promise<Result<Listed>> {
  return context.database.transaction(context.actor, async (tx): Promise<Result<Listed>> => {
    const unit = await openUnit(context, tx.reader, unitId, 'learning.read')
    if (!unit.ok) return unit
    const reader = await tx.recordAccess({ act: 'list-strengths', subjectKind: 'unit', subjectId: unitId })
    const themes = await listThemes(reader)
    const shown = await listShownStrengths(reader, unitId)
    const strengths: Listed['strengths'][number][] = []
    for (const strength of shown) strengths.push(await toView(context, reader, strength, themes))
    return done({
      unit: unit.value,
      mayWrite: mayAt(context, 'learning.write', unitId),
      themes,
      strengths,
    })
  })
}

/** What a unit may be told went well: its own texts, and examples of rounds whose results are open to everybody. */
export async function listShownStrengths(reader: PersonalReader, unit: UnitId): Promise<readonly Strength[]> {
  const open = new Map<RoundId, boolean>()
  const shown: Strength[] = []
  for (const strength of await list(reader, unit)) {
    const { round } = strength
    if (round !== null && !open.has(round))
      open.set(round, (await listWaiting(reader, await getRound(reader, round))).length === 0)
    const review =
      round === null
        ? null
        : {
            stands: await isStanding(reader, strength),
            resultsOpen: open.get(round) ?? false,
            anchor: strength.anchor,
          }
    if (isStrengthShown({ withdrawn: false, review })) shown.push(strength)
  }
  return shown
}

/** Whether what was marked is still submitted, and still answered as an example must be. */
export async function isStanding(reader: Reader, strength: Strength): Promise<boolean> {
  const { programmeVersionId, question: key, reviewState, answer, value, derivedValue } = strength
  if (programmeVersionId === null || key === null || reviewState !== 'submitted') return false
  const { programme } = await getProgrammeVersion(reader, programmeVersionId)
  const question = findQuestion(programme, key)
  return question !== undefined && canBeExample(question, { answer, value, derivedValue })
}

async function toView(
  context: Context,
  reader: Reader,
  strength: Strength,
  themes: readonly Theme[],
): Promise<Listed['strengths'][number]> {
  const { id, text, theme, authorRole, writtenAt } = strength
  return {
    id,
    text,
    theme: themes.find(({ key }) => key === theme)?.title ?? null,
    themeKey: theme,
    authorRole: getRole(authorRole),
    writtenAt: writtenAt.toISOString(),
    mayWithdraw: mayWithdraw(context, strength),
    example: await exampleOf(reader, strength),
  }
}

async function exampleOf(
  reader: Reader,
  strength: Strength,
): Promise<Listed['strengths'][number]['example']> {
  const { programmeVersionId, question: key, caseNumber, roundDa, roundEn } = strength
  if (programmeVersionId === null || key === null || caseNumber === null) return null
  const { programme } = await getProgrammeVersion(reader, programmeVersionId)
  const found = indexQuestions(programme).get(key)
  if (found === undefined) throw new Error(`a strength is of a question that its programme lacks: ${key}`)
  return {
    round: { da: roundDa ?? '', en: roundEn ?? '' },
    caseNumber,
    number: found.question.number,
    text: found.question.text,
    stage: getStage(programme, found.stage).title,
  }
}

/** The themes of all programmes in their newest versions, each once. */
async function listThemes(reader: Reader): Promise<readonly Theme[]> {
  const themes = new Map<string, Theme>()
  for (const { programme } of await listNewestProgrammes(reader))
    for (const theme of programme.themes) if (!themes.has(theme.key)) themes.set(theme.key, theme)
  return [...themes.values()]
}

export async function addStrength(
  context: Context,
  unitId: UnitId,
  { text, theme }: { readonly text: string; readonly theme: string | null },
): Promise<Result<{ id: StrengthId }>> {
  return context.database.transaction(context.actor, async (tx): Promise<Result<{ id: StrengthId }>> => {
    const unit = await openUnit(context, tx.reader, unitId, 'learning.write')
    if (!unit.ok) return unit
    if (theme !== null && !(await listThemes(tx.reader)).some(({ key }) => key === theme))
      return refused('not-found')
    const id = getId<StrengthId>(randomUUID())
    const writer = await tx.recordChange({
      room: 'learning',
      act: 'write-strength',
      subjectKind: 'strength',
      subjectId: id,
      detail: { unit: unitId },
    })
    const { personId: author } = context.actor
    const authorRole = roleAt(context, unitId)
    await insertStrength(writer, {
      id,
      unit: unitId,
      review: null,
      theme,
      text,
      author,
      authorRole,
      at: context.now,
    })
    return done({ id })
  })
}

function mayWithdraw(context: Context, { author, unit }: Strength): boolean {
  return author === context.actor.personId || mayAt(context, 'visit.lead', unit)
}

/** What its author cannot be shown either, e.g. that of another's open round, is refused as if it were not there. */
export async function withdrawStrength(
  context: Context,
  unit: UnitId,
  id: StrengthId,
): Promise<Result<undefined>> {
  return context.database.transaction(context.actor, async (tx): Promise<Result<undefined>> => {
    const subject = { subjectKind: 'strength', subjectId: id } as const
    const reader = await tx.recordAccess({ act: 'withdraw-strength', ...subject })
    const found = await findStrength(reader, id)
    if (found === undefined || found.unit !== unit) return refused('not-found')
    if (found.author !== context.actor.personId) {
      if (!mayAt(context, 'learning.read', unit)) return refused('not-found')
      if (!(await listShownStrengths(reader, unit)).some((each) => each.id === id))
        return refused('not-found')
      if (!mayWithdraw(context, found)) return refused('not-the-author')
    }
    const writer = await tx.recordChange({ room: 'learning', act: 'withdraw-strength', ...subject })
    await withdraw(writer, id, { by: context.actor.personId, at: context.now })
    return done()
  })
}
