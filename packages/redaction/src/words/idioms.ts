// Sayings that name nobody. Each is matched word by word from its first word; "*" stands for any one word.
const sayings = `
for pete's sake|for peat's sake|bob's your uncle|murphy's law|sod's law|tom dick or harry|tom dick and harry|jekyll and hyde
jack of all trades|gordon bennett|sent to coventry|send me to coventry|pandora's box|happy as larry|rob peter to pay paul|robbing peter to pay paul
patience of job|adam and eve|full monty|real mccoy|heath robinson|keeping up with the joneses|jack the lad|jack robinson|jolly hockey
even stevens|aunt sally|florence nightingale|good samaritan|achilles heel|uncle tom cobley|old nick|by george|jack frost|billy no mates|joe bloggs
joe public|john doe|jane doe|nosy parker|nosey parker|smart alec|smart alick|peeping tom|plain jane|simple simon|walter mitty|peter pan
sleeping beauty|snow white|humpty dumpty|mother nature|father christmas|father time|old father thames|mother hubbard|great scott|lord knows|lady muck|lord muck
christ's sake|god's sake|heaven's sake|ground zero|rome wasn't built|when in rome|all roads lead to rome|coals to newcastle|it's all greek|double dutch
french leave|dutch courage|going dutch|pardon my french|chinese whispers|russian roulette|scotch mist|brussels sprouts|yorkshire puddings|yorkshire pudding|cornish pasty
cheddar cheese|bakewell tart|eccles cakes|victoria sponge|earl grey|battenberg cake|jacket potato|john lewis|marks and spencer|marks & spencer|marks and sparks
mills and boon|ben and jerry's|fish and chips|alzheimer's disease|parkinson's disease|crohn's disease|down's syndrome|asperger's syndrome|hodgkin's lymphoma|tourette's syndrome
mother superior says|stockholm syndrome|clare's law|sarah's law|martha's rule|gillick competence|fraser competence|section * of|plan b|vitamin d|class a|grade a
`;

/** The sayings, by first word. */
export const idioms: ReadonlyMap<string, readonly (readonly string[])[]> = (() => {
  const byFirst = new Map<string, string[][]>();
  for (const saying of sayings.trim().split(/[|\n]/)) {
    const words = saying.split(" ");
    byFirst.set(words[0]!, [...(byFirst.get(words[0]!) ?? []), words]);
  }
  return byFirst;
})();
