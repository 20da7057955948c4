import { addDays } from '../calendar/days.ts'

/** Within so many days a start is written in time, and so long before its plan was published an initiative may have begun. */
const grace = 14

/** A start, ISO, and the day on which it was put on record. */
export interface WrittenStart {
  readonly day: string
  readonly writtenOn: string
}

/** The first day on which anything can have happened to an initiative that was first published on this day. */
export function earliestActDay(publishedOn: string): string {
  return addDays(publishedOn, -grace)
}

/**
 * The start that was announced: as the first published version has it, and never before that was published, so that no
 * later version and no plan written afterwards moves it among results that are known.
 */
export function announcedStart(startsOn: string, publishedOn: string): WrittenStart {
  return { day: startsOn < publishedOn ? publishedOn : startsOn, writtenOn: publishedOn }
}

/** A round's results were open from this ISO day on. */
interface KnownRound {
  readonly knownOn: string
}

/**
 * Which rounds of a comparison the start could have been chosen by. Whoever knows what came after can choose the start that
 * makes it look good. What came before is known to anyone who acts on an audit; it can only be chosen by dating back.
 */
export function listForeknown<Round extends KnownRound>(
  { day, writtenOn }: WrittenStart,
  { before, after }: { readonly before: Round; readonly after: Round },
): readonly Round[] {
  const isDatedBack = writtenOn > addDays(day, grace)
  return [...(isDatedBack ? [before] : []), after].filter(({ knownOn }) => knownOn <= writtenOn)
}
