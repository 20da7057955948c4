// Writes docs/permissions.md: `node test/write-permissions.ts`, after every change of the permission table.
import { writeFile } from 'node:fs/promises'
import { permissionsDocument } from './support/permissions-document.ts'

await writeFile(new URL('../docs/permissions.md', import.meta.url), permissionsDocument())
