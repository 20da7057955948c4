export const caseflowTabs = {
  label: 'Sagsgangens sider',
  tabs: {
    deadlines: 'Frister',
    rules: 'Regler',
    week: 'Uge',
    month: 'Måned',
    registers: 'Registre',
    walkThroughs: 'Sagsgennemgang',
    reconciliation: 'Afstemning',
    breakGlass: 'Nødadgang',
    import: 'Import',
  },
}
