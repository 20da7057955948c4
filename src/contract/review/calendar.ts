import { download } from '../frame/file-part.ts'
import { defineRoute } from '../frame/route.ts'

export const downloadMyCalendar = defineRoute({
  method: 'GET',
  path: '/api/reviews/mine/calendar.ics',
  permission: 'signed-in',
  summary:
    "The person's due days and learning visits as a calendar file: numbers and hours, no cases and no names",
  response: download('text/calendar; charset=utf-8'),
  errors: [],
})
