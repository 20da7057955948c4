import {
  getId,
  type FourBoxId,
  type StrengthId,
  type UnitId,
  type VisitId,
  type VisitPointId,
} from '../../storage/ids.ts'

/** The ids in an address whose form the contract has checked. */
export function unitIdOf(text: string): UnitId {
  return getId<UnitId>(text)
}

export function visitIdOf(text: string): VisitId {
  return getId<VisitId>(text)
}

export function visitPointIdOf(text: string): VisitPointId {
  return getId<VisitPointId>(text)
}

export function fourBoxIdOf(text: string): FourBoxId {
  return getId<FourBoxId>(text)
}

export function strengthIdOf(text: string): StrengthId {
  return getId<StrengthId>(text)
}
