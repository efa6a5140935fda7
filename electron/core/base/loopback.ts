/** Whether an address leads to this very computer. Strict: what is only similar (`localhost.example.com`) does not. */
export const isLoopback = (url: string): boolean =>
  /^https?:\/\/(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?(?:\/\S*)?$/i.test(url)
