import type { LocalText } from '../language/language.ts'
import { listBaseline } from './lookup.ts'
import type { Programme } from './programme.ts'

/** What a programme holds, on one line: `6 stages, 144 questions, 77 baseline, 4 levels`. */
export function countProgramme(programme: Programme): LocalText {
  const stages = programme.stages.length
  const questions = programme.stages.reduce((sum, stage) => sum + stage.questions.length, 0)
  const baseline = listBaseline(programme).length
  const levels = programme.levels.length
  return {
    da: `${stages} sagstrin, ${questions} spørgsmål, ${baseline} i baseline, ${levels} ${levels === 1 ? 'niveau' : 'niveauer'}`,
    en: `${plural(stages, 'stage')}, ${plural(questions, 'question')}, ${baseline} baseline, ${plural(levels, 'level')}`,
  }
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
