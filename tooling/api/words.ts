/** Words that say what a number counts, at the end of a name or in a docstring. */
const units = [
  "second|seconds|ms|milliseconds|hours|hour|years?|bytes?|bits?|tokens?|parameters?|sequences?|flops?|copies|launches|kernels?|elements?",
  "nats|usd|dollars?|joules|watts?|w|hz|kg|kgco2e|percent|share|shares|fraction|ratio|factor|times|count|number of|how many|rows?|runs?|steps?",
  "layers?|width|heads?|devices?|ranks?|columns?|cells?|dots?|characters?|points?|terms?|ranges?|index|place|line|seed|exponent|lines|positions?|choices",
  "clocks?|weights?|draws?|rank|error|errors|mape|perplexity|coverage|r2|log|logarithm|probability|unit|units|pixels?|status|attempts?|retries",
  "nodes?|vocab|vocabulary|experts?|stages?|chunks?|micro-batch(?:es)?|batch|degrees|dimension|dim|ffn|window|scale|part|parts|sizes?|decimals?|digits|figure",
  "clusters?|collectives?|combinations?|power|spread|bands?|deviations?|doubling|year|packages?|operations?|matrices|tensors?|neighbours|visits|multiples?",
].join("|");

const inText = new RegExp(`(?:^|[^a-z])(?:${units})(?:[^a-z]|$)`, "i");

/** Whether a number's name, or what is said of it, tells what it counts. */
export function saysWhat(name: string, text: string): boolean {
  const spaced = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replaceAll(/[._[\]?]/g, " ");
  return inText.test(spaced) || inText.test(text);
}
