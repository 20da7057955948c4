import { analyse } from '../../core/analysis/analyse.ts'
import type { Checked, Problem } from '../../core/language/problem.ts'
import type { Programme } from '../../core/programme/programme.ts'
import type { CaseStage } from '../../core/registry/case-stage.ts'
import { readFrame } from '../../core/registry/read-frame.ts'
import type { Answer } from '../../core/review/answer.ts'
import { readAnswerFiles, type InputFile } from '../../core/review/answers-file.ts'
import type { OnProgress } from '../../core/tabular/csv-rows.ts'
import { readColumnMapping } from '../../core/tabular/column-mapping.ts'
import type { ColumnMapping } from '../../core/tabular/match-columns.ts'
import type { DrawFile } from '../../core/draw/draw-file.ts'
import { inFile, readDrawInput } from '../draw/read-inputs.ts'
import { readProgramme } from '../programme.ts'
import { checkOutput, readInput, readText, writeOutput } from '../files.ts'
import { openProgress } from '../progress.ts'
import { orRefuse, refuse, type Terminal } from '../terminal.ts'
import { summaryLines } from './summary.ts'

export interface AnalyseFlags {
  readonly programme: string
  readonly answers: readonly string[]
  readonly round: string
  readonly baseline?: string
  readonly baselineProgramme?: string
  readonly draw?: readonly string[]
  readonly frame?: readonly string[]
  readonly columns?: string
  readonly notice?: string
  readonly out: string
}

export async function runAnalyse(terminal: Terminal, flags: AnalyseFlags): Promise<void> {
  const { programme: programmeFile, baselineProgramme: baselineFile, answers: answerFiles } = flags
  await checkOutput(terminal, flags.out, [
    programmeFile,
    baselineFile,
    flags.columns,
    ...answerFiles,
    ...(flags.draw ?? []),
    ...(flags.frame ?? []),
  ])
  const programme = await readProgramme(terminal, flags.programme)
  const mapping =
    flags.columns === undefined
      ? undefined
      : orRefuse(terminal, readColumnMapping(await readText(terminal, flags.columns), flags.columns))
  const files = []
  for (const name of flags.answers) files.push({ name, bytes: await readInput(terminal, name) })
  const baselineProgramme =
    flags.baselineProgramme === undefined ? undefined : await readProgramme(terminal, flags.baselineProgramme)
  const reading = openProgress(terminal, { da: 'Læser svar', en: 'Reading answers' })
  const read = await readRounds(files, { flags, programme, baselineProgramme, mapping }, reading.show)
  reading.close()
  const answers = orRefuse(terminal, read)
  const draws: DrawFile[] = []
  for (const name of flags.draw ?? []) draws.push(await readDrawInput(terminal, name))
  const frame =
    flags.frame === undefined ? undefined : await readFrames(terminal, flags.frame, programme, mapping)
  const computing = openProgress(terminal, { da: 'Regner', en: 'Computing' })
  const analysed = analyse(
    {
      programme,
      round: flags.round,
      answers,
      ...(flags.baseline === undefined ? {} : { baseline: flags.baseline }),
      ...(baselineProgramme === undefined ? {} : { baselineProgramme }),
      draws,
      ...(frame === undefined ? {} : { frame }),
      ...(flags.notice === undefined ? {} : { notice: { da: flags.notice, en: flags.notice } }),
    },
    computing.show,
  )
  computing.close()
  const analysis = orRefuse(terminal, inFile(analysed, flags.answers.join(', ')))
  await writeOutput(terminal, flags.out, `${JSON.stringify(analysis, null, 1)}\n`)
  for (const line of summaryLines(analysis, terminal.language)) terminal.out(`${line}\n`)
}

interface RoundsToRead {
  readonly flags: AnalyseFlags
  readonly programme: Programme
  readonly baselineProgramme: Programme | undefined
  readonly mapping: ColumnMapping | undefined
}

/** Each round's answers are checked against the programme they were given under. */
async function readRounds(
  files: readonly InputFile[],
  { flags, programme, baselineProgramme, mapping }: RoundsToRead,
  onProgress: OnProgress,
): Promise<Checked<readonly Answer[]>> {
  if (baselineProgramme === undefined || flags.baseline === undefined)
    return readAnswerFiles(files, programme, mapping, onProgress)
  const isBaseline = (round: string): boolean => round === flags.baseline
  return readAnswerFiles(
    files,
    (round) => (isBaseline(round) ? baselineProgramme : programme),
    mapping,
    onProgress,
  )
}

/** Case stages of several files as one frame; unfinished stages cannot have been audited and are left out. */
async function readFrames(
  terminal: Terminal,
  names: readonly string[],
  programme: Programme,
  mapping: ColumnMapping | undefined,
): Promise<readonly CaseStage[]> {
  const stages = programme.stages.map((stage) => stage.key)
  const frame: CaseStage[] = []
  const seen = new Map<string, string>()
  const problems: Problem[] = []
  for (const name of names) {
    const bytes = await readInput(terminal, name)
    const progress = openProgress(terminal, { da: 'Læser sagstrin', en: 'Reading case stages' })
    const read = await readFrame(bytes, name, {
      stages,
      ...(mapping === undefined ? {} : { mapping }),
      onProgress: progress.show,
    })
    progress.close()
    const { finished } = orRefuse(terminal, read)
    for (const row of finished) {
      const key = `${row.caseId}\t${row.stage}`
      const earlier = seen.get(key)
      if (earlier !== undefined) problems.push(inTwoFiles(row, name, earlier))
      seen.set(key, name)
      frame.push(row)
    }
  }
  return problems.length === 0 ? frame : refuse(terminal, problems.slice(0, 50))
}

function inTwoFiles({ caseId, stage, line }: CaseStage, file: string, earlier: string): Problem {
  return {
    code: 'duplicate-case',
    text: {
      da: `Sag ${caseId} med sagstrin ${stage} står også i ${earlier}. Behold den ene række.`,
      en: `Case ${caseId} with stage ${stage} also stands in ${earlier}. Keep one of the rows.`,
    },
    at: { file, ...(line === undefined ? {} : { line }) },
  }
}
