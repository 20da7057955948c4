import { readFile } from 'node:fs/promises'
import { countAgreement } from '../app/calibration/count-agreement.ts'
import { readCases } from '../app/calibration/get-calibration.ts'
import { addDays } from '../core/calendar/days.ts'
import { readTrainingFile, type TrainingFile } from '../core/calibration/training-file.ts'
import { levelInCalibration } from '../core/calibration/voice.ts'
import { getStage } from '../core/programme/lookup.ts'
import type { AnswerValue, Programme, Question } from '../core/programme/programme.ts'
import { noContent } from '../core/review/answer-content.ts'
import { askedQuestions } from '../core/review/asked-questions.ts'
import { insertCalibration, saveOpening } from '../storage/calibration/calibration.ts'
import { saveCalibrationAnswer, saveHandIn } from '../storage/calibration/form.ts'
import { listAnswersToCount, saveConclusion } from '../storage/calibration/results.ts'
import { insertTrainingCase } from '../storage/calibration/training-case.ts'
import type { CalibrationId, ProgrammeVersionId, TrainingCaseId } from '../storage/ids.ts'
import type { Writer } from '../storage/transaction.ts'
import { reviewAnswer } from './answers.ts'
import { chance, demoId } from './chance.ts'
import { officeHour } from './days.ts'
import type { DemoPerson } from './staff.ts'

interface DemoCalibration {
  readonly name: string
  readonly file: string
  readonly createdOn: string
  readonly dueOn: string
  /** Null: still being answered. */
  readonly openedOn: string | null
  /** How many of the invited have handed in. */
  readonly handedIn: number
}

interface Setting {
  readonly programme: Programme
  readonly version: ProgrammeVersionId
  readonly staff: readonly DemoPerson[]
  /** ISO days on which the last two rounds were opened, and today. */
  readonly lastOpened: string
  readonly newestOpened: string
  readonly today: string
}

/** Two calibrations that were held before the last two rounds, and one that is being answered. */
export async function writeCalibrations(writer: Writer, setting: Setting): Promise<void> {
  const { lastOpened, newestOpened, today } = setting
  await writeOne(writer, setting, {
    name: 'Før forrige runde: anonym underretning',
    file: 'underretning-om-vold',
    createdOn: addDays(lastOpened, -20),
    dueOn: addDays(lastOpened, -8),
    openedOn: addDays(lastOpened, -7),
    handedIn: 7,
  })
  await writeOne(writer, setting, {
    name: 'Før denne runde: underretning fra en skole',
    file: 'underretning-fra-skolen',
    createdOn: addDays(newestOpened, -18),
    dueOn: addDays(newestOpened, -6),
    openedOn: addDays(newestOpened, -5),
    handedIn: 8,
  })
  await writeOne(writer, setting, {
    name: 'Undersøgelser: frist og samtykke',
    file: 'undersoegelse-med-overskredet-frist',
    createdOn: addDays(today, -4),
    dueOn: addDays(today, 10),
    openedOn: null,
    handedIn: 3,
  })
}

async function writeOne(
  writer: Writer,
  { programme, version, staff }: Setting,
  calibration: DemoCalibration,
): Promise<void> {
  const { name, file, createdOn, dueOn, openedOn, handedIn } = calibration
  const id = demoId<CalibrationId>(`calibration ${file}`)
  const trainingCase = demoId<TrainingCaseId>(`training case ${file}`)
  const { key, training } = await readFileOf(file)
  const at = officeHour(createdOn, 9, 15)
  await insertTrainingCase(writer, { id: trainingCase, includedKey: key }, training, { by: null, at })
  const people = listInvited(staff)
  const leader = people.find(({ role }) => role === 'staff-lawyer')?.id ?? null
  await insertCalibration(writer, {
    id,
    name,
    programmeVersionId: version,
    dueOn,
    by: leader,
    at,
    cases: [{ trainingCase, version: 1 }],
    invited: people.map(({ id: person, role }) => ({ person, level: levelOf(programme, role) })),
  })
  const { questions } = getStage(programme, training.stage)
  for (const [index, person] of people.slice(0, handedIn).entries()) {
    const form = { calibration: id, trainingCase, person: person.id }
    const answeredAt = officeHour(addDays(createdOn, 1 + (index % 3)), 9 + (index % 5), 20)
    const level = levelOf(programme, person.role)
    const answers = new Map<string, AnswerValue>(
      questions.map((question) => [
        question.key,
        reviewAnswer(question, truthOf(question, file), level, `${file} ${person.initials}`),
      ]),
    )
    for (const question of askedQuestions(questions, answers)) {
      const answer = answers.get(question.key)
      if (answer === undefined) continue
      await saveCalibrationAnswer(writer, {
        ...noContent,
        ...form,
        question: question.key,
        answer,
        comment: commentOn(question, answer, person, file),
        wording: question.text.da,
        at: answeredAt,
        seenVersion: 0,
      })
    }
    await saveHandIn(writer, form, answeredAt)
  }
  if (openedOn === null) return
  const openedAt = officeHour(openedOn, 13, 0)
  const counted = countAgreement(programme, await readCases(writer, id), await listAnswersToCount(writer, id))
  await saveOpening(writer, id, {
    by: leader,
    at: openedAt,
    pairs: counted.pairs,
    agreeing: counted.agreeing,
  })
  const [first] = counted.cases
    .flatMap((each) => each.questions)
    .toSorted((a, b) => a.agreeing / Math.max(1, a.pairs) - b.agreeing / Math.max(1, b.pairs))
  if (first === undefined) return
  await saveConclusion(writer, {
    calibration: id,
    trainingCase,
    question: first.definition.key,
    person: leader,
    at: officeHour(openedOn, 14, 30),
    given: truthOf(first.definition, file),
    reason: 'Det skal kunne læses i sagen. At det nok er sket, er ikke nok. (demo)',
    guidance: 'Se efter dokumentets dato, før der svares. (demo)',
  })
}

/** Three of level 1, three of level 2, and one of each level above. */
function listInvited(staff: readonly DemoPerson[]): readonly DemoPerson[] {
  const some = (role: DemoPerson['role'], n: number) => staff.filter((each) => each.role === role).slice(0, n)
  return [
    ...some('department-manager', 2),
    ...some('area-manager', 2),
    ...some('staff-lawyer', 1),
    ...some('professional-coordinator', 1),
    ...some('unit-lawyer', 1),
    ...some('central-lawyer', 1),
  ]
}

function levelOf({ levels }: Programme, role: DemoPerson['role']): number {
  const level = levelInCalibration(levels, [role])
  if (level === undefined) throw new Error(`nobody reviews as ${role}`)
  return level
}

/** What the invented file shows. */
function truthOf(question: Question, file: string): AnswerValue {
  const drawn = chance(`training ${file} ${question.key}`).next()
  if (question.escalates) return 'no'
  return drawn < 0.08 ? 'na' : drawn < 0.5 ? 'no' : 'yes'
}

const remarks = [
  'Jeg kan ikke finde det i dokumenterne. (demo)',
  'Det fremgår indirekte af notatet, og det er efter min mening nok. (demo)',
  'Der mangler en dato. (demo)',
  'Her er jeg i tvivl: gælder det også, når der kun er ringet? (demo)',
]

function commentOn(question: Question, answer: AnswerValue, person: DemoPerson, file: string): string | null {
  const stream = chance(`remark ${file} ${question.key} ${person.initials}`)
  const wanted = stream.next() < (answer === 'no' ? 0.3 : 0.08)
  return wanted ? stream.pick(remarks) : null
}

async function readFileOf(key: string): Promise<TrainingFile> {
  const name = `${key}.yaml`
  const url = new URL(`../../programmes/training/${name}`, import.meta.url)
  return readTrainingFile(await readFile(url, 'utf8'), name)
}
