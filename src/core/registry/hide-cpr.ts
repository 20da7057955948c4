import { checkCpr } from './cpr.ts'
import { isDay } from '../tabular/written-date.ts'
import { foldDigits } from './fold-digits.ts'

const mark = String.raw`[\s\p{Pd}−._/\\|:]`
const dash = String.raw`\s*[\p{Pd}−]\s*`

/** Between the birth date and the last four: nothing, up to three spaces, dashes, dots, strokes or underscores, or a dash with spaces. */
const gap = `(?:${mark}{0,3}|${dash})`
/** The same with any marks, in parentheses or after a comma; an amount or a number of a file is no part of it. */
const anyMarks = String.raw`[^\p{L}\p{N}]{1,5}`
const noMore = String.raw`(?!\d|[\p{Pd}./]\d|\s?(?:kr|DKK|,-|%))`

/** The same where digits may stand apart: something parts the date from the four, or years and prices in a row would be numbers. */
const parted = `(?:${mark}{1,3}|${dash})`

/** Six digits and four; the four may be in two pairs, as telephone numbers are, when nothing follows them. */
const together = String.raw`(?<!\d)\d{6}${gap}(?:\d{4}(?!\d)|\d{2}\s\d{2}(?!\s?\d))|(?<!\d)\d{6}${anyMarks}\d{4}${noMore}`

/** The date as 01.01.17, 01/01/17 or 01-01-17. A number of a file or an amount may follow a date, and is no part of it. */
const dated = String.raw`(?<!\d)\d{2}(?<mark>[./\p{Pd}−]\s?)\d{2}\k<mark>\d{2}(?:${gap}|${anyMarks})\d{4}${noMore}`

/**
 * The day of birth with its whole year, first or last, and the four. After nothing but spaces a time of day (1430) or a year is
 * one, because that is what people write after a date; so there such numbers are not seen.
 */
const stop = String.raw`(?:[./\p{Pd}−]\s?)`
const yeared = String.raw`(?<!\d)(?<full>\d{2}${stop}\d{2}${stop}\d{4}|\d{4}${stop}\d{2}${stop}\d{2}|\d{8})(?:\s{1,5}(?!(?:(?:[01]\d|2[0-3])[0-5]\d|(?:19|20)\d\d)(?!\d))|(?!\s+\d)${anyMarks})\d{4}${noMore}`

/** Digits in pairs, one by one or in any other groups, ten in all: eight are a telephone number, and it never begins in the middle. */
const spaced = String.raw`(?<!\d\s{0,2})\d(?:\s{0,2}\d){5}${parted}(?:\d{4}(?!\d)|\d(?:\s{0,2}\d){3}(?!\s?\d))`

/** Ten digits in other groups, where one reaches from the date into the four; see `isGrouping`. */
const grouped = String.raw`(?<!\d[\p{Pd}./]?\s{0,2})(?<grouped>\d(?:\s{0,2}\d){9})(?!\s?\d|[\p{Pd}./]\d)|(?<!\d)(?:\d{7}[\p{Pd}−./]\d{3}|\d{9}[\p{Pd}−./]\d)(?![\p{Pd}./]?\d)`

/** The same with dots: one by one, in pairs throughout, or the date in two parts. With a time a date in pairs has no dot between. */
const dotted = String.raw`(?<![\d.])(?:\d(?:\.\d){5}${gap}\d(?:\.\d){3}(?!\.?\d)|\d{2}(?:\.\d{2}){4}(?!\.?\d)|(?:\d{4}\.\d{2}|\d{2}\.\d{4})${parted}\d{4}(?!\d|[\p{Pd}./]\d))`

/** A spreadsheet dropped the leading zero. */
const zeroLost = String.raw`(?<!\d)\d{5}(?:\s?|\s*[\p{Pd}−]\s*)\d{4}(?!\d)`

const forms = [yeared, together, dated, spaced, dotted, grouped]
const whole = anyOf(forms)
const candidate = anyOf([...forms, zeroLost])

/** All begin where digits begin; said once, other places are passed over at once. */
function anyOf(each: readonly string[]): RegExp {
  return new RegExp(String.raw`(?<!\d)(?=\d)(?:${each.join('|')})`, 'gu')
}

/** Ten digits in all: nothing else is looked at closely, since registries have millions of cells. */
const enoughDigits = /\d(?:\D*\d){9}/u

/** The text with everything in it that may be a CPR number (also one that lost its leading zero) made unreadable. */
export function hideCpr(text: string): string {
  const folded = foldDigits(text)
  let shown = ''
  let end = 0
  for (const found of folded.text.matchAll(candidate)) {
    if (!mayBeCpr(found)) continue
    const { 0: digits, index } = found
    shown += `${text.slice(end, folded.at(index))}●●●●●●-●●●●`
    end = folded.at(index + digits.length)
  }
  return shown + text.slice(end)
}

/**
 * Whether a text holds what may be a CPR number with all its digits. Words between the date and the four ("010203 og 1234") and
 * letters in place of digits (O, l) are not seen: they cannot be told from what people write.
 */
export function holdsCpr(text: string): boolean {
  const folded = foldDigits(text).text
  return enoughDigits.test(folded) && [...folded.matchAll(whole)].some(mayBeCpr)
}

function mayBeCpr({ 0: written, groups }: RegExpExecArray): boolean {
  const digits = written.replaceAll(/\D/gu, '')
  if (groups?.['full'] !== undefined) return isBirthday(digits.slice(0, 8))
  if (groups?.['grouped'] !== undefined && !isGrouping(written)) return false
  return checkCpr(digits.padStart(10, '0')).ok
}

/** Whether eight digits are a day of the last two centuries, its year first or last; of substitute numbers 60 is added to the day. */
function isBirthday(digits: string): boolean {
  const ofDay = (year: string, month: string, day: string) =>
    /^(?:18|19|20)/u.test(year) &&
    [day, String(Number(day) - 60).padStart(2, '0')].some((each) => isDay(`${year}-${month}-${each}`))
  return (
    ofDay(digits.slice(4), digits.slice(2, 4), digits.slice(0, 2)) ||
    ofDay(digits.slice(0, 4), digits.slice(4, 6), digits.slice(6))
  )
}

/**
 * Whether one group of ten digits reaches from the date into the four, as nobody writes other numbers. Four or eight together
 * do not tell: years and telephone numbers stand in rows of numbers.
 */
function isGrouping(written: string): boolean {
  let before = 0
  for (const { length } of written.split(/\s+/u)) {
    if (before < 6 && before + length > 6) return length !== 4 && length !== 8
    before += length
  }
  return false
}
