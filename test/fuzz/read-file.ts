// `read-file.ts FILE`: reads a file as the importer of cases does and prints what came of it, and the most memory it took.
import { readFile } from 'node:fs/promises'
import { readCases } from './importers.ts'

const [, , path = ''] = process.argv
const { outcome, problems } = await readCases(await readFile(path), 'a.xlsx')
// maxRSS is in kilobytes.
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024)
process.stdout.write(JSON.stringify({ outcome, code: problems[0]?.code, megabytes }))
