// The least that an Electron app with a tray can be: what the bench measures Credtray against, and what proves the
// fakes of tests/support. EMPTY_APP_WINDOW=1 opens a window at the start.
import { app, BrowserWindow, Menu, nativeImage, Notification, powerMonitor, Tray } from 'electron'

const SIDE = 22
const green = nativeImage.createFromBitmap(Buffer.alloc(SIDE * SIDE * 4, Buffer.from([80, 200, 40, 255])), {
  width: SIDE,
  height: SIDE,
})
let tray
let marked = false

console.log('empty app: started')
app.on('window-all-closed', () => {}) // the tray stays
// Not awaited: Electron is not ready before this file has been run to its end.
void app.whenReady().then(start)

function start() {
  tray = new Tray(green)
  tray.setToolTip('an empty app')
  tray.on('click', () => {
    console.log('empty app: tray clicked')
    for (const window of BrowserWindow.getAllWindows()) window.hide()
  })
  showMenu()
  for (const name of ['suspend', 'resume']) powerMonitor.on(name, () => console.log(`empty app: ${name}`))
  if (process.env.EMPTY_APP_WINDOW) openWindow()
}

function showMenu() {
  tray.setContextMenu(
    Menu.buildFromTemplate([
      { label: 'Open window', click: openWindow },
      { label: 'Marked_item', type: 'checkbox', checked: marked, click: toggleMark },
      { type: 'separator' },
      {
        label: 'More',
        submenu: [
          { label: 'Notify', click: notify },
          { label: 'Greyed', enabled: false },
        ],
      },
      { label: 'Quit', click: () => app.quit() },
    ]),
  )
}

function toggleMark() {
  marked = !marked
  showMenu()
}

function notify() {
  const notification = new Notification({ title: 'A title', body: 'A body', urgency: 'critical' })
  notification.on('click', () => console.log('empty app: notification clicked'))
  notification.on('close', () => console.log('empty app: notification closed'))
  notification.show()
}

function openWindow() {
  const window = new BrowserWindow({ width: 400, height: 300 })
  void window.loadURL('data:text/html,<title>empty</title><h1>empty</h1>')
}
