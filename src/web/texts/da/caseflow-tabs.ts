export const caseflowTabs = {
  label: 'Sagsgangens sider',
  tabs: {
    deadlines: 'Frister',
    week: 'Uge',
    month: 'Måned',
    rules: 'Regler',
    import: 'Import',
  },
}
