import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { judgeWaitingCases } from '../app/caseflow/judge-cases.ts'
import { getComparisonLevel } from '../core/analysis/question-index.ts'
import { parseProgramme } from '../core/programme/parse-programme.ts'
import type { Programme } from '../core/programme/programme.ts'
import type { MunicipalityId, ProgrammeVersionId } from '../storage/ids.ts'
import type { Database, Transaction, Writer } from '../storage/transaction.ts'
import { listAnchorReviews, pickAnchors, withAnchors } from './anchors.ts'
import { listCaseStages } from './casework.ts'
import { demoId } from './chance.ts'
import { addDays } from '../core/calendar/days.ts'
import { officeHour, quarterBefore } from './days.ts'
import { listAwkwardEvents } from './awkward-events.ts'
import { withDisagreements } from './disagreements.ts'
import { listEvents } from './events.ts'
import { writeCriticalCases } from './critical.ts'
import { fillInApart } from './apart.ts'
import { listReviews, type DemoReview } from './reviews.ts'
import { finishedRounds, listRounds, type DemoRound } from './rounds.ts'
import { listStaff, type DemoPerson } from './staff.ts'
import { withCommittee, writeRegisterEntries } from './register-events.ts'
import { writeAnchors } from './write-anchors.ts'
import { writeCalibrations } from './write-calibrations.ts'
import { writeDraw } from './write-draw.ts'
import { writeEvents } from './write-events.ts'
import { writeFeedback } from './write-feedback.ts'
import { writeFindings } from './write-findings.ts'
import { writeGoals } from './write-goals.ts'
import { writeLearning } from './write-learning.ts'
import { writeAppeals } from './write-appeals.ts'
import { writePlans } from './write-plans.ts'
import { writePeople } from './write-people.ts'
import { writeRegistry } from './write-registry.ts'
import { writeReturns } from './write-return.ts'
import { writeReviews } from './write-reviews.ts'
import { writeWalkThroughs } from './write-walk-throughs.ts'

const programmeFile = new URL('../../programmes/bbu-2017.yaml', import.meta.url)

const demoMunicipality = {
  id: demoId<MunicipalityId>('municipality'),
  name: 'Fjordby Kommune (demo)',
} as const

/**
 * A municipality that does not exist, with six family units, a duty unit, 180 caseworkers, three years of case stages,
 * five finished rounds and one under way. The same on every machine on the same day; dates lie before `today` (ISO day),
 * so that the round under way is under way.
 */
export async function seedDemo(
  database: Database,
  today: string,
  progress: (done: number, total: number) => void,
): Promise<void> {
  const source = await readFile(programmeFile, 'utf8')
  const [older, newer] = [parsed(source), parsed(latestVersion(source))]
  const steps = 3 + finishedRounds + 1
  let done = 0
  const step = (): void => progress((done += 1), steps)

  await database.transaction(
    { municipalityId: demoMunicipality.id, personId: null },
    async (tx) => {
      const writer = await tx.recordChange({
        act: 'make-demo',
        room: 'access',
        subjectKind: 'municipality',
        subjectId: demoMunicipality.id,
      })
      await writer.db
        .insertInto('municipality')
        .values({ municipality_id: demoMunicipality.id, name: demoMunicipality.name, demo: true })
        .execute()
      const since = quarterBefore(today, 12).from
      const staff = listStaff()
      await writePeople(tx, writer, staff, since)
      step()
      const versions = new Map([
        [older, await writeProgramme(writer, older, source, since)],
        [newer, await writeProgramme(writer, newer, latestVersion(source), quarterBefore(today, 0).from)],
      ])
      const work = listCaseStages(staff, since, today)
      await writeRegistry(tx, writer, work)
      step()
      const byCase = new Map(work.map((each) => [each.caseId, each]))
      const drawn = listRounds({ older, newer }, work, today)
      const [first] = drawn
      const anchors = first === undefined ? [] : pickAnchors(first, byCase)
      const named = withAnchors(source, anchors)
      const withNames = parsed(named)
      // The last finished round reviews some cases of the first again.
      const rounds = drawn.map((round, at) =>
        at === finishedRounds - 1 ? { ...round, programme: withNames } : round,
      )
      const namedOn = addDays(rounds.at(-2)?.openedOn ?? today, -10)
      versions.set(withNames, await writeProgramme(writer, withNames, named, namedOn))
      step()
      const versionOf = (programme: Programme): ProgrammeVersionId => {
        const version = versions.get(programme)
        if (version === undefined) throw new Error('a programme of the demo is not published')
        return version
      }
      const reviewsOf: (readonly DemoReview[])[] = []
      for (const round of rounds) {
        const version = versionOf(round.programme)
        await writeRound(tx, writer, round, rounds[0], version, administrator(staff))
        for (const level of round.levels) {
          await writeDraw(tx, writer, round, level, byCase, administrator(staff).id)
        }
        const reviews = fillInApart(
          round.programme,
          round.number,
          round.levels.flatMap((level) => listReviews(round.programme, round, level, byCase, staff)),
        )
        await writeReviews(tx, writer, round, reviews, version)
        if (round.programme === withNames) {
          const again = listAnchorReviews(round, anchors, reviewsOf.flat(), staff)
          await writeAnchors(tx, writer, round, again, version)
        }
        reviewsOf.push(reviews)
        step()
      }
      const [lastFinished = [], underWay = []] = reviewsOf.slice(-2)
      const [one, two] = work
      if (one !== undefined && two !== undefined) {
        const events = withDisagreements(listEvents(work, today), lastFinished, getComparisonLevel(older))
        const hard = listAwkwardEvents(one.caseworker, [one.childId, two.childId], today)
        const all = withCommittee([...events, ...hard], today)
        await writeEvents(tx, writer, all, since)
        await writeRegisterEntries(writer, all, staff, today)
        await writeWalkThroughs(writer, { events: all, staff, today })
      }
      await writeCriticalCases(writer, staff, { lastFinished, underWay, today })
      const [last, newest] = rounds.slice(-2)
      if (last !== undefined && newest !== undefined)
        await writeCalibrations(writer, {
          programme: newer,
          version: versionOf(newer),
          staff,
          lastOpened: last.openedOn,
          newestOpened: newest.openedOn,
          today,
        })
      const closedOn = rounds.at(-2)?.closedOn ?? today
      await writeFeedback(tx, writer, staff, { reviews: lastFinished, closedOn, today })
      const reader = await tx.recordAccess({ act: 'make-demo', subjectKind: 'review' })
      await writeReturns(reader, writer, newer, underWay)
      await writeFindings(reader, writer, { rounds, reviewsOf, staff, today })
      const followedUp = rounds.at(-2)
      if (followedUp !== undefined)
        await writeLearning(writer, { round: followedUp, reviews: lastFinished, staff, today })
      await writePlans(writer, { rounds, staff, today })
      await writeAppeals(writer, { staff, today })
      await writeGoals(database, tx, writer, { rounds, staff, today })
    },
    { long: true },
  )
  // Cases are judged a portion at a time; were the program stopped here, it would go on with the rest by itself.
  const actor = { municipalityId: demoMunicipality.id, personId: null }
  await judgeWaitingCases({ database, actor }, officeHour(today, 4, 0))
}

function parsed(source: string): Programme {
  const checked = parseProgramme(source, 'bbu-2017.yaml')
  if (!checked.ok) throw new Error(checked.problems.map(({ text }) => text.en).join('\n'))
  return checked.value
}

/** As the first, but without anchors, and from now on level 2's two reviewers answer apart. */
function latestVersion(source: string): string {
  const [first, second, ...rest] = source.split('together: true')
  if (first === undefined || second === undefined || rest.length !== 1)
    throw new Error('the programme of the demo has not two levels that are reviewed together')
  const changed = `${first}together: true${second}apart: true${rest[0] ?? ''}`
  return changed.replace(/^version: 1$/m, 'version: 3')
}

function administrator(staff: readonly DemoPerson[]): DemoPerson {
  const found = staff.find(({ role }) => role === 'administrator')
  if (found === undefined) throw new Error('the demo has no administrator')
  return found
}

async function writeProgramme(
  writer: Writer,
  programme: Programme,
  source: string,
  publishedOn: string,
): Promise<ProgrammeVersionId> {
  const id = demoId<ProgrammeVersionId>(`programme ${programme.key} ${programme.version}`)
  await writer.db
    .insertInto('programme_version')
    .values({
      id,
      key: programme.key,
      version: programme.version,
      title_da: programme.title.da,
      title_en: programme.title.en,
      source,
      digest: createHash('sha256').update(source).digest('hex'),
      published_at: officeHour(publishedOn, 9, 0),
    })
    .execute()
  return id
}

async function writeRound(
  tx: Transaction,
  writer: Writer,
  round: DemoRound,
  first: DemoRound | undefined,
  programme: ProgrammeVersionId,
  by: DemoPerson,
): Promise<void> {
  const { quarter } = round
  await writer.db
    .insertInto('round')
    .values({
      id: round.id,
      key: quarter.key,
      title_da: `${round.number + 1}. ledelsestilsyn, ${quarter.number}. kvartal ${quarter.year}`,
      title_en: `Audit round ${round.number + 1}, quarter ${quarter.number} of ${quarter.year}`,
      programme_version_id: programme,
      period_from: quarter.from,
      period_to: quarter.to,
      baseline_round_id: first === undefined || first === round ? null : first.id,
      state: round.closedOn === null ? 'open' : 'closed',
      created_at: officeHour(round.openedOn, 8, 0),
      opened_by: by.id,
      opened_at: officeHour(round.openedOn, 8, 30),
      closed_at: round.closedOn === null ? null : officeHour(round.closedOn, 15, 0),
    })
    .execute()
  const replaced = round.levels.flatMap(({ draw }) =>
    draw.cases.filter(({ status }) => status === 'replaced'),
  )
  await tx.copy(
    writer,
    'irregularity',
    ['round_id', 'text_da', 'text_en', 'author_id', 'at'],
    replaced.map(({ caseId }) => [
      round.id,
      `Sag ${caseId} viste sig at være overgået til en anden kommune. Den er erstattet af den næste i rækken.`,
      `Case ${caseId} turned out to have moved to another municipality. It was replaced by the next in order.`,
      by.id,
      officeHour(addDays(round.openedOn, 3), 10, 0),
    ]),
  )
}
