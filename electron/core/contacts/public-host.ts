/** Hosts of AWS that everybody asks, so they tell nothing of who asks. A VPC's own endpoint does, and so does a company's. */
export const isPublicHost = (host: string): boolean => PUBLIC.some((form) => form.test(host)) || LOOPBACK.test(host)

const ZONES = String.raw`(?:amazonaws\.com(?:\.cn)?|amazonaws\.eu|c2s\.ic\.gov|sc2s\.sgov\.gov|cloud\.adc-e\.uk|csp\.hci\.ic\.gov)`
const PUBLIC: readonly RegExp[] = [
  new RegExp(String.raw`^sts(?:\.[a-z0-9-]+)?\.${ZONES}$`),
  /^(?:[a-z0-9-]+\.)?signin\.(?:aws\.amazon\.com|amazonaws\.cn|amazonaws-us-gov\.com|amazonaws-eusc\.eu)$/,
]
const LOOPBACK = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/
