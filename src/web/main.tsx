import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createQueryClient } from './api.ts'
import { watchAttendance } from './attended.ts'
import { router } from './router.tsx'
import { sessionQuery } from './session.ts'
import './styles/main.scss'

// The session is asked for again, comes back empty, and the shell leads to the sign-in page.
const queryClient = createQueryClient(
  () => void queryClient.refetchQueries({ queryKey: sessionQuery.queryKey }),
)

watchAttendance()

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
)
