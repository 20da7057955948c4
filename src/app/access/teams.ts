import type { Team } from '../../contract/access/teams.ts'
import { addDays } from '../../core/calendar/days.ts'
import { findPersonByInitials } from '../../storage/access/accounts.ts'
import { lockRoles } from '../../storage/access/role-assignments.ts'
import * as supervision from '../../storage/access/supervision.ts'
import { findId, type SupervisionId } from '../../storage/ids.ts'
import { authorise } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { standingOf } from './standing-of.ts'

export async function listTeams(context: Context): Promise<Result<{ teams: readonly Team[] }>> {
  const granted = authorise(context, 'person.manage')
  if (!granted.ok) return granted
  return context.database.transaction(context.actor, async ({ reader }) => {
    const teams = new Map<string, Team>()
    for (const each of await supervision.listSupervision(reader)) {
      const { id, leader, leaderName, leaderInitials, caseworker, caseworkerName, from, until } = each
      const team = teams.get(leader) ?? {
        leader: { id: leader, name: leaderName, initials: leaderInitials },
        members: [],
      }
      team.members.push({
        id,
        caseworker,
        name: caseworkerName,
        from,
        until,
        standing: standingOf({ from, until }, context.today),
      })
      teams.set(leader, team)
    }
    return done({ teams: [...teams.values()] })
  })
}

export interface TeamMembers {
  readonly leader: string
  readonly caseworkers: readonly string[]
  readonly from: string
  readonly until: string | null
}

export async function addTeamMembers(
  context: Context,
  { leader: initials, caseworkers, from, until }: TeamMembers,
): Promise<Result<{ added: number }>> {
  const granted = authorise(context, 'person.manage')
  if (!granted.ok) return granted
  return context.database.transaction(context.actor, async (tx) => {
    await lockRoles(tx)
    const leader = await findPersonByInitials(tx.reader, initials)
    if (leader === undefined) return refused('person-not-found')
    const members = { leader, caseworkers: [...new Set(caseworkers)], from, until }
    const known = await supervision.listAlreadyLed(tx.reader, members)
    if (known.length > 0)
      return refused(
        'already-led',
        known.map((caseworker) => ({
          code: 'already-led',
          text: {
            da: `${caseworker} er allerede i ${initials}s gruppe i noget af perioden.`,
            en: `${caseworker} is in ${initials}'s team in some of the period already.`,
          },
        })),
      )
    const writer = await tx.recordChange({
      room: 'access',
      act: 'add-team-members',
      subjectKind: 'person',
      subjectId: leader,
      detail: { members: members.caseworkers.length, from, until },
    })
    await supervision.insertSupervision(writer, members)
    return done({ added: members.caseworkers.length })
  })
}

/** Says the last day; one before the first day takes the entry back. */
export async function endTeamMember(
  context: Context,
  member: string,
  lastDay: string,
): Promise<Result<undefined>> {
  const granted = authorise(context, 'person.manage')
  if (!granted.ok) return granted
  return context.database.transaction(context.actor, async (tx): Promise<Result<undefined>> => {
    await lockRoles(tx)
    const id = findId<SupervisionId>(member)
    const held = id === undefined ? undefined : await supervision.findSupervision(tx.reader, id)
    if (id === undefined || held === undefined) return refused('not-found')
    if (held.until !== null && held.until < held.from) return refused('team-ended')
    const writer = await tx.recordChange({
      room: 'access',
      act: 'end-team-member',
      subjectKind: 'person',
      subjectId: held.leader,
      detail: { lastDay },
    })
    // A period cannot end more than a day before it begins.
    await supervision.endSupervision(writer, id, lastDay < held.from ? addDays(held.from, -1) : lastDay)
    return done()
  })
}
