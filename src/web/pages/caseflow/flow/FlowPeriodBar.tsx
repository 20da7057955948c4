import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { FlowPeriod } from '../../../../core/caseflow/flow/flow-period.ts'
import type { FlowFilters, Path } from '../../../paths.ts'
import { flowReports as da } from '../../../texts/da/flow-reports.ts'
import { flowReports as en } from '../../../texts/en/flow-reports.ts'
import { useTexts } from '../../../texts/language.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Link } from '../../../ui/Link.tsx'
import { neighboursOf, recentPeriods, type PeriodKind } from './recent-periods.ts'
import { useFlowUnit } from './use-flow-unit.ts'

interface FlowPeriodBarProps {
  readonly kind: PeriodKind
  readonly label: string
  readonly period: FlowPeriod
  readonly titleOf: (period: FlowPeriod) => string
  /** In the list to choose from, where more words help. */
  readonly optionOf: (period: FlowPeriod) => string
  readonly pathOf: (period: string, filters: FlowFilters) => Path
  readonly units: readonly { readonly id: string; readonly name: string }[]
}

/** From period to period, and from unit to unit; all of it in the address. */
export function FlowPeriodBar(props: FlowPeriodBarProps) {
  const { kind, label, period, titleOf, optionOf, pathOf, units } = props
  const texts = useTexts({ da, en })
  const router = useRouter()
  const { unit, kept, choose } = useFlowUnit()
  const [now] = useState(() => Date.now())
  const { previous, next } = neighboursOf(kind, period, now)
  const recent = recentPeriods(kind, now)
  const offered = recent.some(({ name }) => name === period.name) ? recent : [period, ...recent]
  const to = (name: string) => pathOf(name, { unit: kept })
  return (
    <search className="filter-bar period-bar" aria-label={texts.choose}>
      <nav className="period-steps" aria-label={texts.step}>
        <Link to={to(previous.name)} rel="prev">
          <span aria-hidden="true">← </span>
          {titleOf(previous)}
        </Link>
        {next !== null && (
          <Link to={to(next.name)} rel="next">
            {titleOf(next)}
            <span aria-hidden="true"> →</span>
          </Link>
        )}
      </nav>
      <Field label={label}>
        {(wired) => (
          <select
            {...wired}
            className="form-select"
            value={period.name}
            onChange={({ target }) => void router.navigate({ href: to(target.value), resetScroll: false })}
          >
            {offered.map((one) => (
              <option key={one.name} value={one.name}>
                {optionOf(one)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {units.length > 0 && (
        <Field label={texts.unit}>
          {(wired) => (
            <select
              {...wired}
              className="form-select"
              value={unit ?? ''}
              onChange={({ target }) => choose(target.value === '' ? undefined : target.value)}
            >
              <option value="">{texts.wholeMunicipality}</option>
              {units.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
    </search>
  )
}
