// A package registry on loopback, as a process of its own: `node serve.mjs FOLDER`. It tells its parent where it listens
// and lives as long as the parent does, however that ends; then it takes its folder with it.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { runServer } from 'verdaccio';

const [folder] = process.argv.slice(2);
const everyone = { access: '$all', publish: '$all' };
const server = await runServer({
  configPath: path.join(folder, 'registry.yaml'),
  storage: path.join(folder, 'storage'),
  auth: { htpasswd: { file: path.join(folder, 'htpasswd'), max_users: -1 } },
  // Nothing comes from elsewhere: what is not published here is not there.
  uplinks: {},
  packages: { '@fb/*': everyone },
  log: { type: 'stdout', format: 'pretty', level: 'fatal' },
  web: { enable: false },
  max_body_size: '50mb',
});
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));

// Ctrl-C reaches this process too, but it is the parent's to say when its work is over.
process.on('SIGINT', () => {});
process.on('disconnect', () => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  process.exit(0);
});
