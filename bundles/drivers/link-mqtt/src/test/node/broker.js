// An independent broker for tests. Arguments: port (0 picks one), user, password.
// Reads from standard input: "away" closes every connection and stops listening, "back" listens
// again on the same port with the sessions kept. Ends when standard input does.
import { createServer } from 'node:net'
import { createInterface } from 'node:readline'
import { Aedes } from 'aedes'

const [port, user, password] = process.argv.slice(2)
const sockets = new Set()
const broker = await Aedes.createBroker()

broker.authenticate = (client, name, secret, done) => {
  const known = name === user && String(secret) === password
  done(known ? null : Object.assign(new Error('bad user or password'), { returnCode: 4 }), known)
}

const server = createServer((socket) => {
  sockets.add(socket)
  socket.on('close', () => sockets.delete(socket))
  broker.handle(socket)
})

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
    }
  })
  .on('close', () => process.exit(0))

listen(Number(port))
