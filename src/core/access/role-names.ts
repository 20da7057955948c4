import type { LocalText } from '../language/language.ts'
import { roles, type Role } from './role.ts'

const names: Readonly<Record<Role, LocalText>> = {
  caseworker: { da: 'sagsbehandler', en: 'caseworker' },
  'professional-coordinator': { da: 'faglig koordinator', en: 'professional coordinator' },
  'department-manager': { da: 'afdelingsleder', en: 'department manager' },
  'area-manager': { da: 'områdechef', en: 'area manager' },
  'unit-lawyer': { da: 'enhedsjurist', en: 'unit lawyer' },
  'staff-lawyer': { da: 'stabens jurist', en: 'staff lawyer' },
  'central-lawyer': { da: 'central jurist', en: 'central lawyer' },
  director: { da: 'direktør', en: 'director' },
  administrator: { da: 'administrator', en: 'administrator' },
  ombudsman: { da: 'borgerrådgiver', en: 'ombudsman' },
}

/** A role inside a sentence; one that is not known, as it is written. */
export function roleName(role: string): LocalText {
  const known = roles.find((one) => one === role)
  return known === undefined ? { da: role, en: role } : names[known]
}
