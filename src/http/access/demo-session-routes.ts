import { listDemoPeople as demoPeople, switchPerson as switchTo } from '../../app/access/demo-people.ts'
import { done } from '../../app/frame/result.ts'
import { listDemoPeople, switchPerson } from '../../contract/access/demo-session.ts'
import { handle, type HandledRoute } from '../frame/handled-route.ts'
import type { SessionParts } from './session-routes.ts'

/** The user switcher. Registered with --demo only; elsewhere its addresses don't exist. */
export function demoSessionRoutes(parts: SessionParts): readonly HandledRoute[] {
  const { cookie } = parts
  return [
    handle(listDemoPeople, async (_input, open) => done({ people: [...(await demoPeople(open))] })),
    handle(switchPerson, async ({ body }, open, { request, reply }) => {
      const started = await switchTo(open, { personId: body.personId, before: cookie.read(request) }, parts)
      if (!started.ok) return started
      cookie.write(reply, started.value.token, started.value.endsAt)
      return done()
    }),
  ]
}
