/** How words begin that nobody should have to read at work unprepared. Short on purpose: a person judges what is found. */
const STEMS = {
  fi: ['vittu', 'vitu', 'saatana', 'perkele', 'paska', 'huora', 'kusipä', 'mulkku', 'runkkari', 'neekeri', 'ryssä', 'idioot', 'ääliö', 'tapan '],
  sv: ['jävla', 'jävel', 'fitta', 'hora ', 'kuk ', 'neger', 'idiot'],
  en: ['fuck', 'cunt', 'bitch', 'nigger', 'asshole', 'bastard', 'kill '],
};
const stem = (text: string) => text.replace(' ', '(?!\\p{L})');
const RUDE = new RegExp(`(?<!\\p{L})(?:${Object.values(STEMS).flat().map(stem).join('|')})`, 'iu');

/** Whether a text holds words that may offend or threaten, so that a person looks at it before others do. It misses some, and finds some that are harmless. */
export const isRude = (text: string): boolean => RUDE.test(text);
