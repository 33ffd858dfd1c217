/** Does all the set-up that `npm start`, `npm test` and the like need on a bare clone; plain JavaScript for Node 20. */
import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, lstatSync, readFileSync } from 'node:fs';
import { constants as osConstants } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const bin = join(root, 'node_modules', '.bin');

/** What each command runs, and which browsers it needs. */
const commands = {
  start: { script: 'tests/support/start.ts', browsers: ['chromium'] },
  test: { script: 'tests/support/run-tests.ts', browsers: ['chromium', 'firefox'] },
  bench: { script: 'tests/bench/run.ts', browsers: ['chromium', 'firefox'] },
  screenshots: { script: 'tests/support/screenshots.ts', browsers: ['chromium'] },
  'test:kill': { script: 'tests/support/run-kills.ts', browsers: ['chromium'] },
};

const browsers = {
  chromium: { variable: 'DESKSIDE_CHROMIUM', names: ['chromium', 'chromium-browser'], debian: 'chromium' },
  firefox: { variable: 'DESKSIDE_FIREFOX', names: ['firefox-esr', 'firefox'], debian: 'firefox-esr' },
};

const [name = '', ...args] = process.argv.slice(2);
const command = commands[name];
if (!command) stop(`There is no command “${name}”. There are: ${Object.keys(commands).join(', ')}.`);
if (!existsSync(join(root, command.script))) stop(`${command.script} does not exist yet.`);

process.chdir(root);
installPackages();
const node = chooseNode();
ensureBrowsers(command.browsers);
run(node, command.script, args);

function installPackages() {
  if (arePackagesCurrent()) return;
  if (isLink('node_modules')) {
    say('node_modules is a link and does not match package-lock.json: left as it is.');
    return;
  }
  say('Installing the packages of package-lock.json (npm ci).');
  const npm = process.env.npm_execpath;
  const [program, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  const { status } = spawnSync(program, [...first, 'ci', '--no-audit', '--no-fund'], { stdio: 'inherit' });
  if (status !== 0) stop('npm ci failed; its own words are above.');
}

/** Whether what is installed is what the lock file names (packages for other systems may be missing). */
function arePackagesCurrent() {
  try {
    const wanted = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
    const present = JSON.parse(readFileSync('node_modules/.package-lock.json', 'utf8')).packages;
    return Object.entries(wanted).every(
      ([path, { version, optional }]) => path === '' || (present[path] ? present[path].version === version : optional),
    );
  } catch {
    return false;
  }
}

function isLink(path) {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

/** The Node of the package `node`, so that every machine runs the same; else the machine's, if it is new enough. */
function chooseNode() {
  const own = join(bin, 'node');
  if (!versionOf(own) && existsSync('node_modules/node')) {
    say('The package “node” was installed without its program (install scripts are off): fetching it.');
    spawnSync(process.execPath, ['installArchSpecificPackage.js'], { cwd: 'node_modules/node', stdio: 'inherit' });
  }
  const version = versionOf(own);
  if (version) {
    say(`Node ${version} from the package “node” (this machine has ${process.version}).`);
    return own;
  }
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const isNewEnough = major > 22 || (major === 22 && minor >= 18);
  if (!isNewEnough) {
    stop(
      `Node ${process.version} is too old and the package “node” could not be installed. Install Node 24 and try again.`,
    );
  }
  say(`Node ${process.version} of this machine (the package “node” has none for it).`);
  return process.execPath;
}

function versionOf(program) {
  const { status, stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

function ensureBrowsers(needed) {
  const missing = needed.filter((browser) => !hasBrowser(browser));
  if (missing.length === 0) return;
  say(`Not on this machine: ${missing.join(' and ')}.`);
  if (!installWithApt(missing) || missing.some((browser) => !hasBrowser(browser))) downloadBrowsers(missing);
}

function hasBrowser(browser) {
  const { variable, names } = browsers[browser];
  const named = process.env[variable];
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)];
  const candidates = named ? [named] : names.flatMap((file) => folders.map((folder) => join(folder, file)));
  return candidates.some((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** On Debian the system's own packages are the browsers that are tested with. */
function installWithApt(missing) {
  if (!/^ID="?debian/m.test(readText('/etc/os-release'))) return false;
  const isRoot = process.getuid?.() === 0;
  const sudo = isRoot ? [] : ['sudo', '-n'];
  if (!isRoot && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status !== 0) return false;
  const packages = missing.map((browser) => browsers[browser].debian);
  say(`Installing ${packages.join(' and ')} with apt-get.`);
  const apt = (...words) => {
    const [program, ...rest] = [...sudo, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', ...words];
    return spawnSync(program, rest, { stdio: 'inherit' }).status === 0;
  };
  return apt('update') && apt('install', '-y', '--no-install-recommends', ...packages);
}

function downloadBrowsers(missing) {
  say('Downloading them with Playwright instead.');
  const { status } = spawnSync(node, [join(bin, 'playwright'), 'install', ...missing], { stdio: 'inherit' });
  if (status === 0) return;
  const variables = missing.map((browser) => browsers[browser].variable).join(' and ');
  stop(`Install ${missing.join(' and ')} yourself, or set ${variables} to the path of one, and try again.`);
}

function readText(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/** Runs the TypeScript tool with the chosen Node first on the PATH; signals go to it, and it cleans up. */
function run(program, script, words) {
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` };
  const child = spawn(program, [script, ...words], { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (osConstants.signals[signal] ?? 0)));
}

function say(text) {
  process.stdout.write(`» ${text}\n`);
}

function stop(text) {
  process.stderr.write(`» ${text}\n`);
  process.exit(1);
}
