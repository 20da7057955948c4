import { z } from 'zod'

const earliest = '1900-01-01'
const latest = '2100-12-31'

/** A day that a route takes in. Other years are slips of the finger, and the database has no year 0. */
export const day = z.iso.date().refine((iso) => iso >= earliest && iso <= latest, {
  params: {
    code: 'unlikely-year',
    text: {
      da: 'Året skal ligge mellem 1900 og 2100.',
      en: 'The year must lie between 1900 and 2100.',
    },
  },
})
