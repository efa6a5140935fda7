// A credential_process that gets a role's session from an STS, each under a name of its own, and says that it ends soon.
// node session-helper.mjs STS_URL SECONDS
const [url, seconds] = process.argv.slice(2)
const session = `run-${Date.now()}-${process.pid}`
const answer = await fetch(url, {
  method: 'POST',
  headers: {
    'Content-Type': 'application/x-www-form-urlencoded',
    // Which service is asked, the double takes from here; it checks no signature.
    Authorization:
      'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20261122/us-east-1/sts/aws4_request, SignedHeaders=host, Signature=0',
  },
  body: new URLSearchParams({
    Action: 'AssumeRole',
    Version: '2011-06-15',
    RoleArn: 'arn:aws:iam::111111111111:role/Pulled',
    RoleSessionName: session,
  }),
})
const text = await answer.text()
const named = (name) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(text)?.[1]
console.log(
  JSON.stringify({
    Version: 1,
    AccessKeyId: named('AccessKeyId'),
    SecretAccessKey: named('SecretAccessKey'),
    SessionToken: named('SessionToken'),
    Expiration: new Date(Date.now() + Number(seconds) * 1000).toISOString(),
  }),
)
