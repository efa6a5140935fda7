import { type KeyNotingServer, startKeyNotingServer } from './key-noting-server.ts'

/** The bucket of a terraform state: as much of S3 as terraform's backend needs. */
export function startStateBucket(): Promise<KeyNotingServer> {
  const objects = new Map<string, Buffer>()
  return startKeyNotingServer(({ method, path, body }, response) => {
    response.setHeader('Content-Type', 'application/xml')
    if (method === 'PUT') objects.set(path, body)
    const found = objects.get(path)
    if (method === 'PUT') response.end()
    else if (/^\/state\/?$/.test(path))
      response.end('<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>')
    else if (found !== undefined) response.end(found)
    else response.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>')
  })
}

/** Needs no provider from anywhere: reads its state, works for so long, writes its state. */
export const terraformModule = (bucketUrl: string, seconds: number): string => `
terraform {
  backend "s3" {
    bucket                      = "state"
    key                         = "k"
    region                      = "us-east-1"
    endpoints                   = { s3 = "${bucketUrl}" }
    use_path_style              = true
    skip_credentials_validation = true
    skip_region_validation      = true
    skip_requesting_account_id  = true
    skip_metadata_api_check     = true
    skip_s3_checksum            = true
  }
}
resource "terraform_data" "work" {
  provisioner "local-exec" {
    command = "sleep ${seconds}"
  }
}
`
