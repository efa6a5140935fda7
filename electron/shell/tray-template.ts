import type { MenuItemConstructorOptions } from 'electron'
import { unreachable } from '#core/base/result'
import type { TrayAction } from '#core/tray/tray-action'
import type { TrayRow } from '#core/tray/tray-rows'

/** Menu rows as Electron wants them. */
export function trayTemplate(
  rows: readonly TrayRow[],
  onAction: (action: TrayAction) => void,
): MenuItemConstructorOptions[] {
  return rows.map((row) => item(row, onAction))
}

function item(row: TrayRow, onAction: (action: TrayAction) => void): MenuItemConstructorOptions {
  switch (row.kind) {
    case 'action':
      return { id: row.id, label: row.label, click: () => onAction(row.action) }
    case 'check':
      return {
        id: row.id,
        label: row.label,
        type: 'checkbox',
        checked: row.checked,
        click: () => onAction(row.action),
      }
    case 'text':
      return { id: row.id, label: row.label, enabled: false }
    case 'submenu':
      return { id: row.id, label: row.label, submenu: trayTemplate(row.rows, onAction) }
    case 'separator':
      return { id: row.id, type: 'separator' }
    default:
      return unreachable(row)
  }
}
