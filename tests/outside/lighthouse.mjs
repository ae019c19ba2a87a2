// Prints Lighthouse's four scores for pages of a running program, and fails where one is below 95:
//   node lighthouse.mjs http://127.0.0.1:5080 / /honors /people/SXBH6NPZGG
// Without paths it takes the front page, the roll, the role model of the demo data and the first open notice.
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

const [origin, ...asked] = process.argv.slice(2);
if (!origin) throw new Error('Which origin? node lighthouse.mjs http://127.0.0.1:5080');

const notices = async () => (await (await fetch(`${origin}/api/v1/public/notices?state=open&limit=1`)).json()).items.map(n => `/notices/${n.id}`);
const paths = asked.length ? asked : ['/', '/honors', '/people/SXBH6NPZGG', ...await notices()];
const chrome = await launch({ chromePath: process.env.CHROME ?? '/usr/bin/chromium', chromeFlags: ['--headless=new', '--no-sandbox'] });
const least = 95;
let failed = false;
for (const path of paths) {
    let scores, lhr;
    // What else the machine does counts against the page: three tries.
    for (let i = 0; i < 3 && !scores?.every(([, score]) => score >= least); i++) {
        ({ lhr } = await lighthouse(origin + path, { port: chrome.port, logLevel: 'error', extraHeaders: { 'Accept-Language': 'zh-CN' } }));
        scores = Object.values(lhr.categories).map(c => [c.title, Math.round(c.score * 100)]);
    }
    console.log(path.padEnd(48), scores.map(([name, score]) => `${name} ${score}`).join('  '));
    for (const { id, title, score, scoreDisplayMode } of Object.values(lhr.audits))
        if (score !== null && score < 0.9 && scoreDisplayMode !== 'informative') console.log(`    ${score.toFixed(2)}  ${id}: ${title}`);
    failed ||= scores.some(([, score]) => score < least);
}
await chrome.kill();
process.exit(failed ? 1 : 0);
