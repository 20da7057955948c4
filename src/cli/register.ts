import type { Command } from 'commander'
import type { Terminal } from './terminal.ts'

/** A command's file adds it to the program; heavy imports belong inside its action, so that `--help` stays quick. */
export type Register = (program: Command, terminal: Terminal) => void
