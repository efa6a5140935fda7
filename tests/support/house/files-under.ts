import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../../build/setup/project.mjs'

/** Every file of the checkout under these folders, as `folder/name.ts`, sorted. */
export function filesUnder(folders: readonly string[]): readonly string[] {
  return folders
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) =>
          join(entry.parentPath, entry.name)
            .slice(root.length + 1)
            .replaceAll('\\', '/'),
        ),
    )
    .toSorted()
}
