// What is found, and in which order. The index lies in parts, of which only those with the words
// are fetched; nothing leaves this site. Pagefind asks for pages that have every word, begins of
// words included, and knows nothing of misspelling: words are asked for one by one here, small
// words are left out, and one that is nowhere gives way to the nearest that is.

const root = new URL("../../", import.meta.url);
const INDEX = new URL("pagefind/", root);

const RANKING = { metaWeights: { title: 5, words: 5, snippet: 0 } };
const BY_GROUP = { initiative: 1.3, reference: 0.5 };
const OF_A_BEGINNING = 0.25; // of a page that has no more than a longer word
const OF_A_PHRASE = 3; // of a page that has the words as they were typed, beside each other
const LEAST = 0.15; // of the best result's score; what has less is not shown
const SHORT = 2; // letters of a word of which no longer ones are looked for
const MOST_RUNS = 12; // of writing without spaces that hold what was typed
const WITHOUT_SPACES = /\p{sc=Han}|\p{sc=Hiragana}|\p{sc=Katakana}|\p{sc=Thai}|\p{sc=Lao}|\p{sc=Khmer}|\p{sc=Myanmar}/u;

function wordsOf(typed) {
  return typed.normalize("NFKC").toLowerCase().replace(/[‘’ʼ`´]/g, "'").split(/[\s/]+/u)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, ""))
    .filter(Boolean);
}

// A word as it may be typed without accents; marks that a script cannot do without are kept.
function bare(word) {
  return word.normalize("NFD").replace(/\p{sc=Inherited}/gu, "").normalize("NFC");
}

// How many letters are wrong: left out, added, changed, or swapped with their neighbor.
function distance(one, other, most) {
  let [before, last] = [[], Array.from({ length: other.length + 1 }, (_, place) => place)];
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      next[j] = Math.min(last[j] + 1, next[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        next[j] = Math.min(next[j], before[j - 2] + 1);
      }
    }
    if (Math.min(...next) > most) {
      return most + 1;
    }
    [before, last] = [last, next];
  }
  return last[other.length];
}

function nearest(word, known) {
  const most = word.length > 6 ? 2 : word.length > 3 ? 1 : 0;
  let found = null;
  let least = most + 1;
  for (const other of known) {
    if (Math.abs(other.length - word.length) < least) {
      const wrong = distance(word, bare(other), least) + (other[0] === word[0] ? 0 : 0.5);
      if (wrong < least) {
        [found, least] = [other, wrong];
      }
    }
  }
  return found;
}

class Index {
  constructor(engine, groups, smallWords) {
    this.engine = engine;
    this.groups = groups;
    this.small = new Set(wordsOf(smallWords));
    this.vocabulary = null;
  }

  // The words of the report, the most frequent first; asked for when one is nowhere.
  words() {
    this.vocabulary ??= fetch(new URL("words.txt", INDEX))
      .then((answer) => (answer.ok ? answer.text() : ""))
      .then((text) => text.split("\n").filter(Boolean));
    return this.vocabulary;
  }

  async exactly(words) {
    const { results } = await this.engine.search(`"${words}"`);
    return results;
  }

  async withWord(word) {
    const exact = await this.exactly(word);
    if (word.length <= SHORT) {
      return exact;
    }
    const same = new Set(exact.map((result) => result.id));
    const { results } = await this.engine.search(word);
    return results.map((result) => ({
      id: result.id,
      data: result.data,
      score: result.score * (same.has(result.id) || !same.size ? 1 : OF_A_BEGINNING),
    }));
  }

  // The words that are asked for in place of one: itself, or what of the report comes near it.
  async meant(word) {
    if ((await this.exactly(word)).length) {
      return [word];
    }
    const known = await this.words();
    if (WITHOUT_SPACES.test(word)) {
      return known.filter((other) => other.includes(word)).slice(0, MOST_RUNS);
    }
    if (known.some((other) => other.startsWith(word))) {
      return [word];
    }
    const other = nearest(bare(word), known);
    return other ? [other] : [];
  }

  // Returns results, the best first, and the words that were taken for those that are nowhere.
  async find(typed) {
    const all = wordsOf(typed);
    const telling = all.filter((word) => !this.small.has(word));
    const asked = telling.length ? telling : all;
    const scores = new Map();
    const taken = new Map();
    for (const word of new Set(asked)) {
      const meant = await this.meant(word);
      if (meant.length === 1 && meant[0] !== word) {
        taken.set(word, meant[0]);
      }
      const best = new Map();
      for (const other of meant) {
        for (const { id, score, data } of await this.withWord(other)) {
          if (score > (best.get(id)?.score ?? 0)) {
            best.set(id, { score, data });
          }
        }
      }
      for (const [id, { score, data }] of best) {
        const sum = scores.get(id)?.score ?? 0;
        scores.set(id, { score: sum + Math.sqrt(score), data });
      }
    }
    const phrase = all.map((word) => taken.get(word) ?? word).join(" ");
    const together = all.length > 1 ? await this.exactly(phrase) : [];
    const beside = new Set(together.map((result) => result.id));
    const results = [...scores].map(([id, { score, data }]) => {
      const group = BY_GROUP[this.groups.get(id)] ?? 1;
      const factor = beside.has(id) ? OF_A_PHRASE * Math.max(group, 1) : group;
      return { data, score: score * factor };
    }).sort((one, other) => other.score - one.score);
    const least = (results[0]?.score ?? 0) * LEAST;
    return { taken, results: results.filter((result) => result.score >= least) };
  }
}

// Raises where this copy of the site has no index.
export async function openIndex(smallWords) {
  const engine = await import(new URL("pagefind.js", INDEX));
  await engine.options({ ranking: RANKING });
  await engine.init();
  // Only pages of reference have that to be sorted by. A second value of the filter would do as well,
  // but Pagefind writes the values of a filter in any order, and no two builds would be the same.
  const pages = {
    initiative: await engine.search(null, { filters: { group: "initiative" } }),
    reference: await engine.search(null, { sort: { reference: "asc" } }),
  };
  const groups = new Map(
    Object.entries(pages).flatMap(([group, { results }]) => results.map(({ id }) => [id, group])),
  );
  return new Index(engine, groups, smallWords);
}

export function addressOf(result) {
  return new URL(result.raw_url.replace(/^\//, ""), root);
}
