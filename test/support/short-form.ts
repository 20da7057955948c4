import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'

interface Form {
  readonly key: string
  stages: { readonly key: string; questions: unknown[] }[]
}

/** The demo's programme with only the first questions of each stage, for tests that submit often; YAML, as JSON is. */
export async function shortForm(questions: number): Promise<string> {
  const text = await readFile(new URL('../../programmes/bbu-2017.yaml', import.meta.url), 'utf8')
  // Our own file; `parseProgramme` checks what comes of it.
  const form = parse(text) as Form
  for (const stage of form.stages) stage.questions = stage.questions.slice(0, questions)
  return JSON.stringify(form)
}
