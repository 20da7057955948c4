// Loaded with --import into a process that is measured: tells its parent on descriptor 3 what it used.
import { writeSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

// The process's other threads load this too.
if (isMainThread)
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
    writeSync(3, JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024 }))
  })
