// Serves index.html with the host and the token of a Tenrec written into it.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

const { TENREC_HOST: host, TENREC_TOKEN: token, PORT: port = 8090 } = process.env
if (!host || !token) {
  console.error('Set TENREC_HOST and TENREC_TOKEN to what ./tenrec up prints.')
  process.exit(2)
}
const page = readFileSync(new URL('index.html', import.meta.url), 'utf8')
  .replace('__TENREC_HOST__', host)
  .replace('__TENREC_TOKEN__', token)

createServer((request, response) => {
  const found = request.url.split('?')[0] === '/'
  response.writeHead(found ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' })
  response.end(found ? page : 'Not found')
}).listen(port, '127.0.0.1', () => console.log(`http://127.0.0.1:${port}`))
