import type { caseflowTabs as danish } from '../da/caseflow-tabs.ts'

export const caseflowTabs: typeof danish = {
  label: 'Pages of the case flow',
  tabs: {
    deadlines: 'Deadlines',
    rules: 'Rules',
    week: 'Week',
    month: 'Month',
    registers: 'Registers',
    walkThroughs: 'Walk-throughs',
    reconciliation: 'Reconciliation',
    breakGlass: 'Break-glass',
    import: 'Import',
  },
}
