/**
 * Pages of the console by the aliases that Atmos has (`atmos auth console --destination`). The first ones are those
 * that the window offers without being searched.
 */
export const FIRST_DESTINATIONS = ['home', 's3', 'ec2', 'lambda', 'cloudwatch', 'cloudformation', 'iam', 'rds'] as const

/** The path on the console's host. `null`: no such alias. */
export function destinationPath(alias: string): string | null {
  const name = alias.trim().toLowerCase()
  return PATHS.get(name) ?? null
}

/** The region goes where every page of the console reads it: into the query, in front of the fragment. */
export function destinationUrl(console: string, path: string, region: string | null): string {
  const [page = '', fragment] = path.split('#')
  const query = region === null ? '' : `?region=${encodeURIComponent(region)}`
  return `${console}/${page}${query}${fragment === undefined ? '' : `#${fragment}`}`
}

/** Those whose page has the alias for its path. */
const SAME = `acm apigateway appflow athena backup batch bedrock billing cloud9 cloudformation cloudfront cloudsearch
  cloudtrail cloudwatch codeartifact codebuild codecommit codedeploy codepipeline cognito comprehend config controltower
  datasync detective directconnect dms dynamodb ec2 ecr ecs efs eks elasticache elasticbeanstalk emr forecast fsx glacier
  globalaccelerator glue greengrass guardduty iam inspector kendra keyspaces kinesis kms lambda lex license-manager
  lightsail macie memorydb msk neptune opsworks organizations personalize polly qldb quicksight rds redshift rekognition
  resource-groups route53 s3 sagemaker secretsmanager securityhub servicecatalog shield sns sqs systems-manager textract
  timestream transcribe transfer translate vpc worklink workspaces xray`

const OTHER: Readonly<Record<string, string>> = {
  'application-discovery': 'discovery',
  appstream: 'appstream2',
  budgets: 'billing/home#/budgets',
  console: 'console/home',
  'cost-explorer': 'cost-management/home#/cost-explorer',
  dashboard: 'console/home',
  directory: 'directoryservicev2',
  documentdb: 'docdb',
  elasticsearch: 'aos',
  elb: 'ec2/v2/home#LoadBalancers',
  eventbridge: 'events',
  fargate: 'ecs',
  home: 'console/home',
  'iot-analytics': 'iotanalytics',
  'iot-core': 'iot',
  'iot-events': 'iotevents',
  'lake-formation': 'lakeformation',
  'migration-hub': 'migrationhub',
  mq: 'amazon-mq',
  opensearch: 'aos',
  privatelink: 'vpc/home#Endpoints',
  'server-migration': 'servermigration',
  serverless: 'lambda/home#/applications',
  ssm: 'systems-manager',
  sso: 'singlesignon',
  'step-functions': 'states',
  'tag-editor': 'resource-groups/tag-editor',
  transitgateway: 'vpc/home#TransitGateways',
  'trusted-advisor': 'trustedadvisor',
  waf: 'wafv2',
  'well-architected': 'wellarchitected',
}

const PATHS: ReadonlyMap<string, string> = new Map([
  ...SAME.split(/\s+/).map((alias) => [alias, alias] as const),
  ...Object.entries(OTHER),
])

/** Every alias, the first ones first and the others by name. */
export const DESTINATIONS: readonly string[] = [
  ...FIRST_DESTINATIONS,
  ...[...PATHS.keys()].filter((alias) => !isFirst(alias)).toSorted(),
]

function isFirst(alias: string): boolean {
  return FIRST_DESTINATIONS.some((first) => first === alias)
}
