import type { Level } from './programme.ts'

/** Whether two people of different roles review each case of a level: in one form, or in one each. */
export function isByTwo({ together, apart }: Pick<Level, 'together' | 'apart'>): boolean {
  return together || apart === true
}
