import { checkFigures } from '../../core/analysis/figures/check-figures.ts'
import { formatProblem } from '../../core/language/problem.ts'
import { readInput } from '../files.ts'
import { Exit, orRefuse, type Terminal } from '../terminal.ts'

/**
 * Exit code 0 when all figures can be true, 1 with one line per finding when some cannot. Findings are the result and go
 * to standard output; a file that cannot be read is a mistake and goes to standard error.
 */
export async function runFiguresCheck(terminal: Terminal, path: string): Promise<void> {
  const { figures, findings } = orRefuse(terminal, await checkFigures(await readInput(terminal, path), path))
  for (const finding of findings) terminal.out(`${formatProblem(finding, terminal.language)}\n`)
  if (findings.length > 0) throw new Exit(1)
  terminal.out(
    terminal.language === 'da'
      ? `${figures} tal kontrolleret: de kan alle være rigtige.\n`
      : `${figures} figures checked: all of them can be true.\n`,
  )
}
