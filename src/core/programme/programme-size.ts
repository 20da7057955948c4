import type { Problem } from '../language/problem.ts'

/** In bytes. A programme of 144 questions takes 80 kB; a file beyond this is not one. */
const largestProgramme = 2_000_000

/** The problem of a file that is too large to be a programme, so that it can be refused unread. `size` in bytes. */
export function findTooLarge(size: number, file: string): Problem | undefined {
  if (size <= largestProgramme) return undefined
  const most = largestProgramme / 1_000_000
  return {
    code: 'file-too-large',
    text: {
      da: `Filen er for stor til at være et tilsynsprogram (over ${most} MB).`,
      en: `The file is too large to be a programme (over ${most} MB).`,
    },
    at: { file },
  }
}
