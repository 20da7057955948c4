import type { FindingEntry, FindingView } from '../../contract/finding/finding.ts'
import type { Immutable } from '../../contract/frame/route.ts'
import { contactOf, type Finding } from '../../core/finding/finding.ts'
import { allowedFindingActs } from '../../core/finding/finding-refusal.ts'
import { journalNote } from '../../core/finding/journal-note.ts'
import { legalReference } from '../../core/programme/legal-reference.ts'
import { findLevel } from '../../core/programme/lookup.ts'
import type { Programme } from '../../core/programme/programme.ts'
import { listFindingActs, type FindingActRow } from '../../storage/finding/finding-act.ts'
import { listFindingSources, type FindingSource } from '../../storage/finding/finding-detail.ts'
import { findFinding } from '../../storage/finding/finding.ts'
import { listFindings, type ListedFinding } from '../../storage/finding/finding-list.ts'
import type { FindingId, PersonId } from '../../storage/ids.ts'
import { getProgrammeVersion } from '../../storage/programme/programme-version.ts'
import { authorise } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { danishDay } from '../frame/danish-day.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { findingSituationOf } from './finding-situation.ts'
import { questionOf, toSummary } from './finding-views.ts'
import { viewerOf } from './finding-viewer.ts'

/** A finding in full, to whoever may see it. */
export async function getFinding(context: Context, id: FindingId): Promise<Result<Immutable<FindingView>>> {
  return context.database.transaction(context.actor, async (tx) => {
    const { personId: person } = context.actor
    const viewer = await viewerOf(tx.reader, { ...context, person })
    const head = await findFinding(tx.reader, id, viewer)
    if (head === undefined) return refused('not-found')
    const reader = await tx.recordAccess({ act: 'open-finding', subjectKind: 'finding', subjectId: id })
    const [row] = await listFindings(reader, viewer, { id }, { offset: 0, limit: 1 })
    if (row === undefined) return refused('not-found')
    const { programme } = await getProgrammeVersion(reader, row.programmeVersionId)
    const question = questionOf(row, programme)
    const legal = question && legalReference(question, row.completed, programme)
    const sources = await listFindingSources(reader, id)
    // Those who did the work are shown the released review, as their feedback is, and of no other level what it wrote.
    const reads = authorise(context, 'finding.assess', { kind: 'unit', unit: row.unitId }).ok
    const readsAll = reads || authorise(context, 'finding.oversee').ok
    const acts = await listFindingActs(reader, id)
    return done({
      ...toSummary(context, row, programme),
      law: legal && { title: legal.law.title, reference: legal.reference },
      guidance: question?.guidance ?? null,
      sources: sources.map((source) => toSource(source, programme, readsAll)),
      unsupported: row.levels.length === 0 && row.course.state !== 'fallen-away',
      severityBy: row.severityBy,
      contact: contactOf(row.course),
      carriedOut: carriedOutOf(row),
      proposal: proposalOf(context, row),
      acts: allowedFindingActs(findingSituationOf(context, head)),
      barred: head.barred,
      journalNote: journalNote(row.course, question?.text.da ?? null),
      entries: acts.map((act) => toEntry(context, act)),
    })
  })
}

function toSource(
  { level, answer, comment, evidence, foundAt, withdrawn, released }: FindingSource,
  programme: Programme,
  readsAll: boolean,
): Immutable<FindingView>['sources'][number] {
  const shown = readsAll || released
  return {
    level,
    title: findLevel(programme, level)?.title ?? { da: '', en: '' },
    answer: shown ? answer : null,
    comment: shown ? comment : null,
    evidence: shown ? evidence : null,
    foundOn: danishDay(foundAt),
    withdrawn,
  }
}

function carriedOutOf({ course, carriedOutByName }: ListedFinding): Immutable<FindingView>['carriedOut'] {
  const reached = course.state === 'verified' ? course.before : course
  if (reached.state !== 'carried-out') return null
  const { on, journalisedOn } = reached.done
  return { on, journalisedOn, by: carriedOutByName ?? '' }
}

function proposalOf(
  { actor }: Context,
  { course, proposedByName }: ListedFinding,
): Immutable<FindingView>['proposal'] {
  const found = proposedIn(course)
  return found && { ground: found.ground, by: proposedByName ?? '', own: found.by === actor.personId }
}

function proposedIn(course: Finding<PersonId>) {
  const reached = course.state === 'not-restored' || course.state === 'fallen-away' ? course.before : course
  return reached.state === 'proposed' ? reached.proposal : null
}

function toEntry({ actor }: Context, row: FindingActRow): Immutable<FindingEntry> {
  const { personId, at, ...rest } = row
  return { ...rest, at: at.toISOString(), own: personId === actor.personId }
}
