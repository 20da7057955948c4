import { readProgramme } from '../programme.ts'
import { drawFileText } from '../../core/draw/draw-file-text.ts'
import { drawRule } from '../../core/draw/draw-rule.ts'
import { drawByRule } from '../../core/draw/draw-sample.ts'
import { checkOutput, writeOutput } from '../files.ts'
import { openProgress } from '../progress.ts'
import { orRefuse, type Terminal } from '../terminal.ts'
import type { SampleFlags } from './flags.ts'
import { inFile, readDrawInput, readFrameInput, readSeedInput } from './read-inputs.ts'
import { shortStrata, summarise } from './summary.ts'

/** Draws one level and writes DRAW.json. `wrongUsage` ends the command with exit code 2. */
export async function runSample(
  terminal: Terminal,
  flags: SampleFlags,
  wrongUsage: (message: string) => never,
): Promise<void> {
  await checkOutput(terminal, flags.out, [
    flags.programme,
    flags.frame,
    flags.seedFile,
    flags.from,
    flags.columns,
  ])
  const programme = await readProgramme(terminal, flags.programme)
  const below = programme.levels.find(({ level }) => level === flags.level)?.from
  if (below !== undefined && flags.from === undefined)
    wrongUsage(
      terminal.language === 'da'
        ? `Niveau ${flags.level} trækkes fra niveau ${below}: angiv dets DRAW.json med --from.`
        : `Level ${flags.level} is drawn from level ${below}: give its DRAW.json with --from.`,
    )
  const seed = await readSeedInput(terminal, flags)
  const from = flags.from === undefined ? undefined : await readDrawInput(terminal, flags.from)
  const plan = { programme, round: flags.round, level: flags.level, ...(from === undefined ? {} : { from }) }
  const rule = orRefuse(terminal, drawRule(plan))
  const frame = await readFrameInput(
    terminal,
    flags,
    programme.stages.map(({ key }) => key),
  )
  const progress = openProgress(terminal, { da: 'Trækker', en: 'Drawing' })
  const drawn = drawByRule(frame.finished, rule, seed, progress.show)
  progress.close()
  const draw = orRefuse(terminal, inFile(drawn, flags.frame))
  await writeOutput(terminal, flags.out, drawFileText(draw))
  terminal.err(shortStrata(draw, terminal.language))
  terminal.out(summarise(draw, frame.open.length, terminal.language))
}
