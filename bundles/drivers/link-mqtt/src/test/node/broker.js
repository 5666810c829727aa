// An independent broker for tests. Arguments: port (0 picks one), user, password and, for TLS, a
// PKCS12 file with the password "changeit".
// Reads from standard input: "away" closes every connection and stops listening, "back" listens
// again on the same port with the sessions kept, "acks" tells how many deliveries clients have
// acknowledged. Ends when standard input does.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import { createInterface } from 'node:readline'
import { Aedes } from 'aedes'

const [port, user, password, pfx] = process.argv.slice(2)
const sockets = new Set()
const broker = await Aedes.createBroker()

broker.authenticate = (client, name, secret, done) => {
  const known = name === user && String(secret) === password
  done(known ? null : Object.assign(new Error('bad user or password'), { returnCode: 4 }), known)
}

let acks = 0
broker.on('ack', () => acks++)

function carry (socket) {
  sockets.add(socket)
  socket.on('close', () => sockets.delete(socket))
  socket.on('error', () => {})
  broker.handle(socket)
}

const server = pfx
  ? createTlsServer({ pfx: readFileSync(pfx), passphrase: 'changeit' }, carry)
  : createServer(carry)

function listen (at) {
  server.listen(at, '127.0.0.1', () => console.log(`listening ${server.address().port}`))
}

let used
createInterface({ input: process.stdin })
  .on('line', (line) => {
    if (line === 'away') {
      used = server.address().port
      server.close(() => console.log('away'))
      sockets.forEach((socket) => socket.destroy())
    } else if (line === 'back') {
      listen(used)
    } else if (line === 'acks') {
      console.log(`acks ${acks}`)
    }
  })
  .on('close', () => process.exit(0))

listen(Number(port))
