import type { Role } from '../core/access/role.ts'
import type { PersonId, UnitId } from '../storage/ids.ts'
import { chance, demoId } from './chance.ts'

export interface DemoUnit {
  readonly id: UnitId
  readonly name: string
  readonly kind: 'family' | 'duty'
  /** How far the unit's casework lies above or below the others', in log-odds. */
  readonly strength: number
}

export interface DemoPerson {
  readonly id: PersonId
  readonly name: string
  readonly initials: string
  readonly role: Role
  readonly unit: DemoUnit | null
}

const unit = (name: string, kind: DemoUnit['kind'], strength: number): DemoUnit => ({
  id: demoId(`unit ${name}`),
  name,
  kind,
  strength,
})

/** The duty unit has the name that the programme's quotas give it. */
export const demoUnits: readonly DemoUnit[] = [
  unit('Enhed Bakken', 'family', 0.25),
  unit('Enhed Engen', 'family', -0.35),
  unit('Enhed Havnen', 'family', 0),
  unit('Enhed Skoven', 'family', 0.4),
  unit('Enhed Søen', 'family', -0.1),
  unit('Enhed Åen', 'family', 0.1),
  unit('Døgnvagten', 'duty', 0.3),
]

const givenNames =
  'Alma Anker Asta Bodil Bo Clara Dagny Ditte Ebbe Eigil Ella Erna Esben Fie Freja Frode Gerda Gorm Grete Helge Hjalmar Ida Inger Ivar Jarl Jytte Karl Kirsa Knud Laura Leif Liv Maja Merete Mikkel Nanna Niels Oda Olga Otto Palle Pil Ragna Rolf Runa Signe Sif Sofus Svend Thea Thit Tove Troels Ulla Vagn Vera Viggo Ylva Åse Ørn'.split(
    ' ',
  )
/** Invented: trees and birds with an ending. The demo names nobody. */
const familyNames =
  'Ahornsen Birkesen Bøgesen Drosselby Egesen Elmesen Fyrresen Granby Hasselsen Hornuglesen Irisby Kastansen Lindesen Lærkeby Mejsesen Nøddeby Pilesen Poppelby Rønnesen Sivsen Solsortby Spurvesen Syrensen Tjørneby Vibesen'.split(
    ' ',
  )

const perFamilyUnit: readonly (readonly [Role, number])[] = [
  ['caseworker', 27],
  ['professional-coordinator', 2],
  ['department-manager', 3],
  ['area-manager', 1],
  ['unit-lawyer', 1],
]
const perDutyUnit: readonly (readonly [Role, number])[] = [
  ['caseworker', 18],
  ['professional-coordinator', 1],
  ['department-manager', 1],
  ['area-manager', 1],
  ['unit-lawyer', 1],
]
const central: readonly (readonly [Role, number])[] = [
  ['staff-lawyer', 3],
  ['central-lawyer', 2],
  ['director', 1],
  ['administrator', 1],
  ['ombudsman', 1],
]

/** Everyone who works in the demo municipality: 180 caseworkers, their managers and the lawyers. */
export function listStaff(): readonly DemoPerson[] {
  const stream = chance('names')
  const taken = new Set<string>()
  const name = (): string => {
    for (;;) {
      const candidate = `${stream.pick(givenNames)} ${stream.pick(familyNames)}`
      if (taken.has(candidate)) continue
      taken.add(candidate)
      return candidate
    }
  }
  const people: DemoPerson[] = []
  const engage = (role: Role, count: number, at: DemoUnit | null): void => {
    for (let i = 0; i < count; i += 1) {
      const initials = `D${String(people.length + 1).padStart(3, '0')}`
      people.push({ id: demoId(`person ${initials}`), name: name(), initials, role, unit: at })
    }
  }
  for (const at of demoUnits)
    for (const [role, count] of at.kind === 'family' ? perFamilyUnit : perDutyUnit) engage(role, count, at)
  for (const [role, count] of central) engage(role, count, null)
  return people
}

/** Who leads whom: where a unit has several department managers, each leads a team of its caseworkers. */
export function listTeams(staff: readonly DemoPerson[]): ReadonlyMap<DemoPerson, DemoPerson> {
  const teams = new Map<DemoPerson, DemoPerson>()
  for (const unit of demoUnits) {
    const here = (role: Role) => staff.filter((person) => person.unit === unit && person.role === role)
    const leaders = here('department-manager')
    const caseworkers = here('caseworker')
    if (leaders.length < 2) continue
    caseworkers.forEach((caseworker, i) => {
      const leader = leaders[Math.floor((i * leaders.length) / caseworkers.length)]
      if (leader !== undefined) teams.set(caseworker, leader)
    })
  }
  return teams
}
