import { checkCpr } from './cpr.ts'
import { foldDigits } from './fold-digits.ts'

const mark = String.raw`[\s\p{Pd}−._/\\|:]`
const dash = String.raw`\s*[\p{Pd}−]\s*`

/** Between the birth date and the last four: nothing, up to three spaces, dashes, dots, strokes or underscores, or a dash with spaces. */
const gap = `(?:${mark}{0,3}|${dash})`
/** The same where digits may stand apart: something parts the date from the four, or years and prices in a row would be numbers. */
const parted = `(?:${mark}{1,3}|${dash})`

/** Six digits and four; the four may be in two pairs, as telephone numbers are, when nothing follows them. */
const together = String.raw`(?<!\d)\d{6}${gap}(?:\d{4}(?!\d)|\d{2}\s\d{2}(?!\s?\d))`

/** The date as 01.01.17, 01/01/17 or 01-01-17. A number of a file or an amount may follow a date, and is no part of it. */
const dated = String.raw`(?<!\d)\d{2}(?<mark>[./\p{Pd}−]\s?)\d{2}\k<mark>\d{2}${gap}\d{4}(?!\d|[\p{Pd}./]\d|\s?(?:kr|DKK|,-|%))`

/** Digits in pairs, one by one or in any other groups, ten in all: eight are a telephone number, and it never begins in the middle. */
const spaced = String.raw`(?<!\d\s{0,2})\d(?:\s{0,2}\d){5}${parted}(?:\d{4}(?!\d)|\d(?:\s{0,2}\d){3}(?!\s?\d))`

/** The same with dots: one by one, in pairs throughout, or the date in two parts. With a time a date in pairs has no dot between. */
const dotted = String.raw`(?<![\d.])(?:\d(?:\.\d){5}${gap}\d(?:\.\d){3}(?!\.?\d)|\d{2}(?:\.\d{2}){4}(?!\.?\d)|(?:\d{4}\.\d{2}|\d{2}\.\d{4})${parted}\d{4}(?!\d|[\p{Pd}./]\d))`

/** A spreadsheet dropped the leading zero. */
const zeroLost = String.raw`(?<!\d)\d{5}(?:\s?|\s*[\p{Pd}−]\s*)\d{4}(?!\d)`

const whole = new RegExp([together, dated, spaced, dotted].join('|'), 'gu')
const candidate = new RegExp([together, dated, spaced, dotted, zeroLost].join('|'), 'gu')

/** Nine digits in all: nothing else is looked at closely, since registries have millions of cells. */
const enoughDigits = /\d(?:\D*\d){8}/u

/** The text with everything in it that may be a CPR number (also one that lost its leading zero) made unreadable. */
export function hideCpr(text: string): string {
  const folded = foldDigits(text)
  let shown = ''
  let end = 0
  for (const { 0: digits, index } of folded.text.matchAll(candidate)) {
    if (!mayBeCpr(digits)) continue
    shown += `${text.slice(end, folded.at(index))}●●●●●●-●●●●`
    end = folded.at(index + digits.length)
  }
  return shown + text.slice(end)
}

/** Whether a text holds what may be a CPR number with all its digits. */
export function holdsCpr(text: string): boolean {
  const folded = foldDigits(text).text
  return enoughDigits.test(folded) && [...folded.matchAll(whole)].some(([digits]) => mayBeCpr(digits))
}

function mayBeCpr(digits: string): boolean {
  return checkCpr(digits.replaceAll(/\D/gu, '').padStart(10, '0')).ok
}
