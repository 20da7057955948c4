export const caseflowTabs = {
  label: 'Sagsgangens sider',
  tabs: {
    deadlines: 'Frister',
    rules: 'Regler',
    import: 'Import',
  },
}
