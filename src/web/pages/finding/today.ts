/** The day in Denmark, as ISO; what the server judges days by. */
export function todayInDenmark(now: Date): string {
  // Sweden writes days as ISO does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' }).format(now)
}
