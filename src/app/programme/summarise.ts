import type { ProgrammeSummary } from '../../contract/programme/programme.ts'
import { listBaseline } from '../../core/programme/lookup.ts'
import type { Programme } from '../../core/programme/programme.ts'

/** What a list shows of a programme. */
export function summarise(programme: Programme): ProgrammeSummary {
  return {
    key: programme.key,
    version: programme.version,
    title: programme.title,
    status: programme.status ?? null,
    stages: programme.stages.length,
    questions: programme.stages.reduce((sum, { questions }) => sum + questions.length, 0),
    baselineQuestions: listBaseline(programme).length,
    levels: programme.levels.length,
  }
}
