import { activateCommand } from './activate.ts'
import { brokerCommand } from './broker.ts'
import type { Command } from './line/command.ts'
import { completeCommand } from './complete.ts'
import { completionCommand } from './completion.ts'
import { credentialsCommand } from './credentials.ts'
import { deactivateCommand } from './deactivate.ts'
import { doctorCommand } from './doctor.ts'
import { envCommand } from './env.ts'
import { execCommand } from './exec.ts'
import { exportCommand } from './export.ts'
import { helpCommand } from './help.ts'
import { historyCommand } from './history.ts'
import { listCommand } from './list.ts'
import { panicCommand } from './panic.ts'
import { refreshCommand } from './refresh.ts'
import { statusCommand } from './status.ts'
import { trustCommand } from './trust.ts'
import { undoCommand } from './undo.ts'
import { validateCommand } from './validate.ts'

/** The one table: parser, help and the shells' completion know what stands here, in this order. */
export const ALL_COMMANDS: readonly Command[] = [
  listCommand,
  statusCommand,
  historyCommand,
  doctorCommand,
  helpCommand,
  activateCommand,
  deactivateCommand,
  refreshCommand,
  trustCommand,
  panicCommand,
  credentialsCommand,
  envCommand,
  execCommand,
  validateCommand,
  exportCommand,
  undoCommand,
  completionCommand,
  completeCommand,
  brokerCommand,
]
