import { execFile, execFileSync } from 'node:child_process'
import { promisify } from 'node:util'

/** Whether the AWS CLI's own reader can be asked here. */
export const hasBotocore: boolean = canImport('botocore')

/** Whether the AWS SDK for Python is here. */
export const hasBoto3: boolean = canImport('boto3')

function canImport(module: string): boolean {
  try {
    execFileSync('python3', ['-c', `import ${module}`], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** What botocore finds in each of these files: its sections, or `null` where it cannot read the file. */
export async function readWithBotocore(files: readonly string[]): Promise<readonly (Sections | null)[]> {
  const { stdout } = await promisify(execFile)('python3', ['-c', SCRIPT, ...files], { maxBuffer: 1 << 27 })
  return JSON.parse(stdout)
}

export type Sections = Readonly<Record<string, Readonly<Record<string, unknown>>>>

const SCRIPT = `
import json, sys
from botocore.configloader import raw_config_parse
def read(path):
    try:
        return raw_config_parse(path)
    except Exception:
        return None
print(json.dumps([read(path) for path in sys.argv[1:]]))
`
