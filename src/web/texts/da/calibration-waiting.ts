import { plural } from '../../../core/language/plural.ts'

export const calibrationWaiting = {
  heading: (n: number) => plural('da', n, 'En kalibrering venter på dig', `${n} kalibreringer venter på dig`),
  due: (day: string) => `svar senest ${day}`,
  overdue: (day: string) => `fristen var ${day}`,
}
