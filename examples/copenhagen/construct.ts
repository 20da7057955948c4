// Writes the constructed answer and frame files beside this script: node examples/copenhagen/construct.ts
import { writeFileSync } from 'node:fs'
import { constructFiles } from './construct/files.ts'
import { readSources } from './construct/sources.ts'

for (const { name, text } of constructFiles(readSources())) {
  writeFileSync(new URL(name, import.meta.url), text)
}
