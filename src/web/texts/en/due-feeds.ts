import type { dueFeeds as da } from '../da/due-feeds.ts'

export const dueFeeds: typeof da = {
  heading: 'A unit’s deadlines in your calendar',
  body: 'A calendar program can fetch by itself how many deadlines end on which days in a unit. It holds days and numbers only: no cases and no names.',
  unit: 'Unit',
  open: 'Make an address',
  shown:
    'The address is shown this once only. Whoever knows it can fetch the calendar without signing in, so do not pass it on. Paste it into the calendar program under “Subscribe” or “Add from the internet”, and give the calendar a name there: the unit’s name does not stand in it.',
  address: 'The address',
  caption: 'Addresses that work now',
  columns: { unit: 'Unit', since: 'Since', act: 'Act' },
  end: 'End the address',
  endNamed: (unit) => `End the address for ${unit}`,
  ended: (unit) => `The address for ${unit} works no more.`,
  again: 'If you make a new address for the same unit, the old one stops working.',
}
