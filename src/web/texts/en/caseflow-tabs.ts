import type { caseflowTabs as danish } from '../da/caseflow-tabs.ts'

export const caseflowTabs: typeof danish = {
  label: 'Pages of the case flow',
  tabs: {
    deadlines: 'Deadlines',
    week: 'Week',
    month: 'Month',
    rules: 'Rules',
    import: 'Import',
  },
}
