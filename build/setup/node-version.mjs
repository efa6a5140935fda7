import { Stop } from './project.mjs'

/** The same range as `engines` in package.json: what our build tools and the AWS SDK run on. */
export function checkNodeVersion(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22
  if (!fits) {
    throw new Stop(
      `Node ${version} is too old for Credtray's tools. Install Node 22 (or 20.19 and later) and try again.`,
    )
  }
}
