/** Ten digits as they stand on a screen: the day of birth, and nothing of what tells two people of one day apart. */
export function maskCpr(digits: string): string {
  return `${digits.slice(0, 6)}-••••`
}
