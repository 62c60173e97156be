// Asks the theme's own search worker, as a page does, and counts what is among the first results.
// node recall.js WORKER INDEX QUESTIONS prints, for each kind of question, how many were asked and
// how many found: [{"kind", "query", "targets"}], a target being a page's address.

const { readFileSync } = require("node:fs");
const { runInThisContext } = require("node:vm");

const FIRST = 5;
const SETUP = 0;
const QUERY = 2;
const [worker, index, questions] = process.argv.slice(2);
const waiting = [];
let answer;

globalThis.self = globalThis;
globalThis.addEventListener = (_, listener) => (answer = listener);
globalThis.postMessage = (message) => waiting.shift()(message);
console.warn = () => {};
runInThisContext(readFileSync(worker, "utf8"));

function ask(type, data) {
  return new Promise((resolve) => {
    waiting.push(resolve);
    answer({ data: { type, data } });
  });
}

async function main() {
  const { config, docs } = JSON.parse(readFileSync(index, "utf8"));
  await ask(SETUP, { config, docs, options: { suggest: false } });
  const counts = {};
  const missed = [];
  for (const { kind, query, targets } of JSON.parse(readFileSync(questions, "utf8"))) {
    const { data } = await ask(QUERY, query);
    const found = data.items.slice(0, FIRST).map((items) => items[0].location.split("#")[0]);
    const count = (counts[kind] ??= { asked: 0, found: 0 });
    count.asked += 1;
    if (targets.some((target) => found.includes(target))) {
      count.found += 1;
    } else {
      missed.push({ kind, query, targets, found });
    }
  }
  process.stdout.write(JSON.stringify({ counts, missed }));
}

main();
