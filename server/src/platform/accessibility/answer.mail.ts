import { pick } from '@torilla/schema/kernel/locale';
import type { Barrier, Supervisor } from './accessibility.entity.ts';

type Words = (supervisor: string) => { subject: string; answered: string; told: string; further: string };

const words: Record<Barrier['language'], Words> = {
  fi: (supervisor) => ({
    subject: 'Vastaus saavutettavuuspalautteeseesi',
    answered: 'Kiitos, että kerroit esteestä. Haminan kaupunki vastaa:',
    told: 'Kerroit meille näin:',
    further: `Jos et ole tyytyväinen vastaukseen, voit ottaa yhteyttä valvovaan viranomaiseen: ${supervisor}`,
  }),
  sv: (supervisor) => ({
    subject: 'Svar på din respons om tillgänglighet',
    answered: 'Tack för att du berättade om hindret. Fredrikshamns stad svarar:',
    told: 'Du berättade så här:',
    further: `Om du inte är nöjd med svaret kan du kontakta tillsynsmyndigheten: ${supervisor}`,
  }),
  en: (supervisor) => ({
    subject: 'An answer to your accessibility feedback',
    answered: 'Thank you for telling of the barrier. The City of Hamina answers:',
    told: 'This is what you told us:',
    further: `If you are not content with the answer, you may turn to the supervising authority: ${supervisor}`,
  }),
};

/** The mail that answers somebody who told of a barrier, in their language. */
export function answerMail({ language, words: told }: Barrier, answer: string, supervisor: Supervisor | null): { subject: string; text: string } {
  const who = supervisor ? [pick(supervisor.name, language), pick(supervisor.website, language), supervisor.email, supervisor.phone].join(', ') : '';
  const says = words[language](who);
  return { subject: says.subject, text: [says.answered, answer, says.told, told, ...(who ? [says.further] : [])].join('\n\n') };
}
