import type { Locale } from '@torilla/schema/kernel/localized';
import type { Mail } from '../../kernel/services.ts';
import type { Feedback, FeedbackAnswer } from './feedback.entity.ts';

const words: Record<Locale, { subject: string; answered: string; said: string; receipt: string }> = {
  fi: {
    subject: 'Vastaus palautteeseesi',
    answered: 'Kiitos palautteestasi. Haminan kaupunki vastaa:',
    said: 'Sanoit meille näin:',
    receipt: 'Vastaus on luettavissa myös kuitin koodilla:',
  },
  sv: {
    subject: 'Svar på din respons',
    answered: 'Tack för din respons. Fredrikshamns stad svarar:',
    said: 'Du sade så här till oss:',
    receipt: 'Svaret kan också läsas med koden på kvittot:',
  },
  en: {
    subject: 'An answer to your feedback',
    answered: 'Thank you for your feedback. The City of Hamina answers:',
    said: 'This is what you told us:',
    receipt: 'You can also read the answer with the code on your receipt:',
  },
};

/** The mail with which the city answers a resident, in the language of the answer. The receipt's code stands behind the `#`, where no server sees it. */
export function answerMail(of: { to: string; answer: FeedbackAnswer; feedback: Feedback; publicUrl: string }): Mail {
  const { to, answer, feedback, publicUrl } = of;
  const says = words[answer.language];
  const told = feedback.words ? [says.said, feedback.words] : [];
  const receipt = feedback.receipt ? [`${says.receipt}\n${publicUrl}/kuitti#${feedback.receipt}`] : [];
  return { to, subject: says.subject, text: [says.answered, answer.words, ...told, ...receipt].join('\n\n') };
}
