import { giveAccount, type AccountMeans } from '../../app/access/give-account.ts'
import { addPerson, listPeople } from '../../app/access/people.ts'
import { addRole, endRole } from '../../app/access/roles.ts'
import { searchLog } from '../../app/access/search-log.ts'
import { setEmail } from '../../app/access/set-email.ts'
import { addTeamMembers, endTeamMember, listTeams } from '../../app/access/teams.ts'
import { addUnit, giveUnitName, listUnits } from '../../app/access/units.ts'
import * as log from '../../contract/access/log.ts'
import * as people from '../../contract/access/people.ts'
import * as teams from '../../contract/access/teams.ts'
import * as units from '../../contract/access/units.ts'
import { handle, type HandledRoute } from '../frame/handled-route.ts'

export function accessRoutes(means: AccountMeans): readonly HandledRoute[] {
  return [
    handle(units.listUnits, (_input, context) => listUnits(context)),
    handle(units.addUnit, ({ body }, context) => addUnit(context, body)),
    handle(units.renameUnit, ({ params, body }, context) => giveUnitName(context, params.unit, body.name)),
    handle(people.listPeople, ({ query }, context) => listPeople(context, query)),
    handle(people.addPerson, ({ body }, context) => addPerson(context, body)),
    handle(people.addRole, ({ params, body }, context) => addRole(context, params.person, body)),
    handle(people.endRole, ({ params, body }, context) => endRole(context, { ...params, ...body })),
    handle(people.setEmail, ({ params, body }, context) => setEmail(context, { ...params, ...body })),
    handle(people.giveAccount, ({ params, body }, context) =>
      giveAccount(context, { ...params, ...body }, means),
    ),
    handle(teams.listTeams, (_input, context) => listTeams(context)),
    handle(teams.addTeamMembers, ({ body }, context) => addTeamMembers(context, body)),
    handle(teams.endTeamMember, ({ params, body }, context) =>
      endTeamMember(context, params.member, body.lastDay),
    ),
    handle(log.searchLog, ({ query }, context) => searchLog(context, query)),
  ]
}
