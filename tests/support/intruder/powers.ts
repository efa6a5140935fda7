/** What a page may try with the machine behind it, each with what came of it. Closes over nothing but `away`. */
export async function tryPowers(): Promise<Readonly<Record<string, string>>> {
  // Not within the call of a debugger, which may do what a page may not.
  const later = (act: () => unknown): Promise<string> =>
    new Promise((done) => {
      setTimeout(() => {
        const acting = async (): Promise<string> => `worked: ${String(await act())}`
        done(acting().catch(() => 'refused'))
      })
    })
  const permission = (name: string) =>
    later(async () => {
      const { state } = await navigator.permissions.query({ name: name as PermissionName })
      if (state === 'denied') throw new Error(state)
      return state
    })
  const place = () =>
    new Promise((found, refused) => navigator.geolocation.getCurrentPosition(() => found('a place'), refused))
  const notify = async () => {
    if ((await Notification.requestPermission()) === 'denied') throw new Error('denied')
    return 'granted'
  }
  const inline = (fill: (into: HTMLElement) => void) =>
    later(() => {
      const into = document.createElement('div')
      document.body.append(into)
      Reflect.set(window, 'ranInline', undefined)
      fill(into)
      return new Promise((done, refused) => {
        setTimeout(() => (Reflect.get(window, 'ranInline') === true ? done('ran') : refused(new Error('not run'))), 100)
      })
    })
  const script = (about: (made: HTMLScriptElement) => void) =>
    inline((into) => {
      const made = document.createElement('script')
      about(made)
      into.append(made)
    })
  const RUN = 'window.ranInline = true'
  const opened = () => {
    const made = window.open('https://example.invalid/')
    if (made === null) throw new Error('no window')
    return 'a window'
  }
  const styled = () => {
    const made = document.createElement('div')
    made.setAttribute('style', 'position: fixed')
    document.body.append(made)
    if (getComputedStyle(made).position !== 'fixed') throw new Error('not styled')
    return 'styled'
  }
  return {
    'open a window': await later(opened),
    'the permission geolocation': await permission('geolocation'),
    'the permission notifications': await permission('notifications'),
    'the permission clipboard-read': await permission('clipboard-read'),
    'the permission camera': await permission('camera'),
    'the permission midi': await permission('midi'),
    'look where it is': await later(place),
    'show a notification': await later(notify),
    'read the clipboard': await later(() => navigator.clipboard.readText()),
    'use the microphone': await later(() => navigator.mediaDevices.getUserMedia({ audio: true })),
    'record the screen': await later(() => navigator.mediaDevices.getDisplayMedia()),
    // oxlint-disable-next-line no-eval -- whether it can be is what this asks
    eval: await later(() => Reflect.apply(globalThis.eval, null, ['1 + 1'])),
    'make a function of text': await later(() => Reflect.construct(Function, ['return 1'])()),
    'import text': await later(() => import(/* @vite-ignore */ `data:text/javascript,${RUN}`)),
    'run an inline script': await script((made) => (made.textContent = RUN)),
    'run a script in an address': await script((made) => (made.src = `data:text/javascript,${RUN}`)),
    'run a script in a blob': await script((made) => (made.src = URL.createObjectURL(new Blob([RUN])))),
    'run an attribute': await inline((into) => (into.innerHTML = `<img src="x:" onerror="${RUN}">`)),
    'run a javascript: link': await inline((into) => {
      const link = document.createElement('a')
      link.href = `javascript:${RUN}`
      into.append(link)
      link.click()
    }),
    'start a worker': await later(
      () =>
        new Promise((done, refused) => {
          const worker = new Worker(URL.createObjectURL(new Blob(['postMessage(1)'])))
          worker.addEventListener('message', () => done('a worker'))
          worker.addEventListener('error', refused)
        }),
    ),
    'style by attribute': await later(styled),
  }
}

/** Ways to reach a server. It answers when all of them have come to their end. */
export async function tryNetwork(http: string): Promise<Readonly<Record<string, string>>> {
  const element = (tag: string, attributes: Readonly<Record<string, string>>): Promise<string> =>
    new Promise((done) => {
      const made = document.createElement(tag)
      made.addEventListener('load', () => done('loaded'))
      made.addEventListener('error', () => done('refused'))
      for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
      document.body.append(made)
      // What was never begun raises no event.
      setTimeout(() => done('nothing'), 500)
    })
  const settled = (promise: Promise<unknown>): Promise<string> =>
    promise.then(
      () => 'loaded',
      () => 'refused',
    )
  const request = () =>
    new Promise((done, refused) => {
      const made = new XMLHttpRequest()
      made.addEventListener('load', done)
      made.addEventListener('error', refused)
      made.open('GET', `${http}/xhr`)
      made.send()
    })
  const events = (source: EventTarget) =>
    new Promise((done, refused) => {
      source.addEventListener('open', done)
      source.addEventListener('error', refused)
    })
  const peer = async (): Promise<string> => {
    const made = new RTCPeerConnection({ iceServers: [{ urls: `stun:${new URL(http).host}?transport=tcp` }] })
    made.createDataChannel('away')
    await made.setLocalDescription(await made.createOffer())
    return 'refused'
  }
  const form = (): Promise<string> => {
    const made = document.createElement('form')
    made.action = `${http}/form`
    made.method = 'post'
    document.body.append(made)
    made.submit()
    return Promise.resolve('refused')
  }
  return {
    fetch: await settled(fetch(`${http}/fetch`)),
    'fetch without an answer': await settled(fetch(`${http}/blind`, { mode: 'no-cors' })),
    XMLHttpRequest: await settled(request()),
    WebSocket: await settled(Promise.resolve().then(() => events(new WebSocket(http.replace('http', 'ws'))))),
    EventSource: await settled(Promise.resolve().then(() => events(new EventSource(`${http}/events`)))),
    // Whether it was sent, only the server knows.
    beacon: String(navigator.sendBeacon(`${http}/beacon`)),
    'peer connection': await peer().catch(() => 'refused'),
    form: await form(),
    image: await element('img', { src: `${http}/image` }),
    'style sheet': await element('link', { rel: 'stylesheet', href: `${http}/style` }),
    script: await element('script', { src: `${http}/script` }),
    frame: await element('iframe', { src: `${http}/frame` }),
    object: await element('object', { data: `${http}/object` }),
    video: await element('video', { src: `${http}/video` }),
    'web view': await element('webview', { src: `${http}/webview` }),
    prefetch: await element('link', { rel: 'prefetch', href: `${http}/prefetch` }),
    preconnect: await element('link', { rel: 'preconnect', href: http }),
    preload: await element('link', { rel: 'preload', as: 'image', href: `${http}/preload` }),
  }
}
