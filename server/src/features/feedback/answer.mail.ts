import type { Locale } from '@torilla/schema/kernel/localized';
import type { Letter } from '../../kernel/teller.ts';
import type { Feedback, FeedbackAnswer } from './feedback.entity.ts';

const words: Record<Locale, Record<'subject' | 'answered' | 'changed' | 'changedSubject' | 'seen' | 'said' | 'receipt', string>> = {
  fi: {
    subject: 'Vastaus palautteeseesi',
    answered: 'Kiitos palautteestasi. Haminan kaupunki vastaa:',
    changed: 'Kerroit meille asiasta. Tämä muuttui sen takia:',
    changedSubject: 'Mitä palautteestasi seurasi',
    seen: 'Katso lisää:',
    said: 'Sanoit meille näin:',
    receipt: 'Vastaus on luettavissa myös kuitin koodilla:',
  },
  sv: {
    subject: 'Svar på din respons',
    answered: 'Tack för din respons. Fredrikshamns stad svarar:',
    changed: 'Du berättade om en sak. Det här har ändrats tack vare det:',
    changedSubject: 'Vad din respons ledde till',
    seen: 'Läs mer:',
    said: 'Du sade så här till oss:',
    receipt: 'Svaret kan också läsas med koden på kvittot:',
  },
  en: {
    subject: 'An answer to your feedback',
    answered: 'Thank you for your feedback. The City of Hamina answers:',
    changed: 'You told us about something. This has changed because of it:',
    changedSubject: 'What came of your feedback',
    seen: 'See more:',
    said: 'This is what you told us:',
    receipt: 'You can also read the answer with the code on your receipt:',
  },
};

/** The mail with which the city answers a resident, in the language of the answer. The receipt's code stands behind the `#`, where no server sees it. */
export function answerMail(of: { to: string; answer: FeedbackAnswer; feedback: Feedback; publicUrl: string }): Letter {
  const { to, answer, feedback, publicUrl } = of;
  const says = words[answer.language];
  const told = feedback.words ? [says.said, feedback.words] : [];
  const changed = answer.kind === 'CHANGE';
  const where = placeOf(answer);
  const seen = where ? [`${says.seen}\n${publicUrl}${where}`] : [];
  const receipt = feedback.receipt ? [`${says.receipt}\n${publicUrl}/kuitti#${feedback.receipt}`] : [];
  const [subject, opening] = changed ? [says.changedSubject, says.changed] : [says.subject, says.answered];
  return { to, language: answer.language, subject, text: [opening, answer.words, ...seen, ...told, ...receipt].join('\n\n') };
}

// where the change is seen
const placeOf = ({ event, measure }: FeedbackAnswer): string | null =>
  event ? `/tapahtumat/${event.id}` : measure ? `/suunnitelma/${measure.unwrap().number}` : null;
