export const caseflowTabs = {
  label: 'Sagsgangens sider',
  tabs: {
    deadlines: 'Frister',
    import: 'Import',
  },
}
