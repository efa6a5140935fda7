/** How a desktop without a tray gets one, in one sentence. `desktop`: XDG_CURRENT_DESKTOP. `null`: nobody knows. */
export function trayAdvice(desktop: string | null): string | null {
  const names = (desktop ?? '').toLowerCase().split(':')
  return ADVICE.find(([known]) => names.some((name) => known.includes(name)))?.[1] ?? null
}

/** GNOME shows none by itself; the others have it, switched off. */
const ADVICE: readonly (readonly [readonly string[], string])[] = [
  [
    ['gnome', 'gnome-classic'],
    'GNOME shows tray icons with the extension "AppIndicator and KStatusNotifierItem Support": install it, then log out and in.',
  ],
  [['kde', 'plasma'], 'In Plasma, add the widget "System Tray" to a panel.'],
  [['xfce'], 'In Xfce, add the item "Status Tray Plugin" to a panel.'],
  [['sway', 'hyprland', 'river', 'niri'], 'With Waybar, add the module "tray" to its configuration.'],
  [['i3', 'bspwm', 'awesome'], 'Start a tray that speaks StatusNotifierItem, such as snixembed.'],
  [['mate', 'x-cinnamon', 'cinnamon', 'budgie', 'lxqt'], 'Add the system tray or notification area to a panel.'],
]
