import { lastReported, type Reported } from '@torilla/schema/plan/state';
import type { Context } from '../../kernel/context.ts';
import { diceOf } from '../../kernel/dice.ts';
import type { LocalizedText } from '../../kernel/localized.ts';
import { dayAt } from '../municipality/day.ts';
import { StaffMember } from '../staff/staff.entity.ts';
import { Action, ActionReport } from './plan.entity.ts';

const SEED = 20_265;
const DAY = 86_400_000;

/** The action's key, how many days ago, where it stood, and what was done, in three languages. */
type Told = readonly [action: string, daysAgo: number, state: Reported['state'] | null, fi: string, sv: string, en: string];

const told: readonly Told[] = [
  [
    'involve-users',
    36,
    'RUNNING',
    'Kirjaston aukioloista ja rantaraitista kysyttiin käyttäjiltä ennen päätöksiä. Molempia muutettiin vastausten perusteella.',
    'Användarna tillfrågades om bibliotekets öppettider och strandstråket före besluten. Båda ändrades utifrån svaren.',
    'Users were asked about the opening hours of the library and about the shore path before the decisions. Both were changed by the answers.',
  ],
  [
    'sector-plans',
    58,
    'RUNNING',
    'Kolme toimialaa on laatinut suunnitelmansa. Kaksi puuttuu, ja niiden määräaika on siirretty kevääseen.',
    'Tre sektorer har gjort upp sina planer. Två saknas, och deras tidsfrist har flyttats till våren.',
    'Three sectors have made their plans. Two are missing; their deadline has been moved to the spring.',
  ],
  [
    'plan-template',
    190,
    'DONE',
    'Pohja on valmis ja sitä esiteltiin esihenkilöille aamukahveilla.',
    'Mallen är färdig och presenterades för cheferna vid morgonkaffet.',
    'The template is ready and was shown to supervisors over morning coffee.',
  ],
  [
    'interfaces',
    75,
    'RUNNING',
    'Yhdyspinnat hyvinvointialueen kanssa on kuvattu. Yhteinen perhekeskushanke alkoi syksyllä.',
    'Gränssnitten mot välfärdsområdet har beskrivits. Ett gemensamt familjecenterprojekt började på hösten.',
    'The interfaces with the wellbeing services county have been described. A shared family centre project began in the autumn.',
  ],
  [
    'collect-proposals',
    24,
    'RUNNING',
    'Ideoita kerättiin verkossa, kirjastossa ja torilla. Hankkeiksi yhdisteltiin neljäkymmentä.',
    'Idéer samlades in på nätet, i biblioteket och på torget. De sammanfördes till fyrtio projekt.',
    'Ideas were gathered online, at the library and at the market square. They were joined into forty projects.',
  ],
  [
    'implement-together',
    120,
    'RUNNING',
    'Asukkaat rakensivat kolmet penkit ja istuttivat pihakeinun ympäristön kahtena talkoopäivänä.',
    'Invånarna byggde tre bänkar och planterade kring gungan under två talkodagar.',
    'Residents built three benches and planted the surroundings of the swing on two building days.',
  ],
  [
    'pop-up-grants',
    44,
    'RUNNING',
    'Avustusta sai 18 ryhmää. Yleisin kohde oli kyläjuhla tai pihatapahtuma.',
    'Arton grupper fick understöd. Vanligast var en byafest eller en gårdsfest.',
    'Eighteen groups received a grant, most often for a village feast or a courtyard event.',
  ],
  [
    'joint-marketing',
    83,
    null,
    'Yhdistysten tapahtumat näkyvät nyt samassa kalenterissa kaupungin tapahtumien kanssa.',
    'Föreningarnas evenemang finns nu i samma kalender som stadens.',
    "The events of associations now stand in the same calendar as the city's.",
  ],
  [
    'public-events',
    12,
    'RUNNING',
    'Torilla oltiin joka toinen viikko. Eniten puhuttiin katujen kunnosta ja rantaraitista.',
    'Vi var på torget varannan vecka. Mest talades det om gatornas skick och strandstråket.',
    'We were at the market square every second week. People spoke most of the streets and of the shore path.',
  ],
  [
    'new-ways',
    140,
    'RUNNING',
    'Kokeiltiin kävelykeskustelua Linnoituksessa ja kuulumisten kysymistä uimarannalla.',
    'Vi prövade ett promenadsamtal i fästningen och att fråga hur folk har det vid badstranden.',
    'We tried a walking talk in the fortress, and asking how people are at the beach.',
  ],
  [
    'morning-coffee',
    30,
    'RUNNING',
    'Aamukahveja oli seitsemän, ja niissä kävi noin 25 yrittäjää kerrallaan.',
    'Morgonkaffet ordnades sju gånger, med omkring 25 företagare varje gång.',
    'There were seven morning coffees, with about 25 entrepreneurs each.',
  ],
  [
    'village-chiefs',
    18,
    'RUNNING',
    'Kyläpäälliköt tapasivat joka kuukausi. Aiheina olivat tievalot, jäteasemat ja kyläbussi.',
    'Byaledarna träffades varje månad. Ämnena var vägbelysning, avfallsstationer och bybussen.',
    'The village heads met every month, on road lights, waste points and the village bus.',
  ],
  [
    'early-involvement',
    66,
    'RUNNING',
    'Neuvostoille vietiin 14 asiaa ennen päätöstä. Yhdeksässä lausunto muutti esitystä.',
    'Fjorton ärenden fördes till råden före beslutet. I nio ändrade utlåtandet förslaget.',
    'Fourteen matters were taken to the councils before the decision. In nine the statement changed the proposal.',
  ],
  [
    'forums',
    95,
    'RUNNING',
    'Lastenparlamentti kokoontui kaksi kertaa ja senioreiden foorumi kolmesti.',
    'Barnparlamentet samlades två gånger och seniorernas forum tre gånger.',
    "The children's parliament met twice, and the seniors' forum three times.",
  ],
  [
    'litter-contest',
    175,
    'DONE',
    'Kilpailuun osallistui 11 luokkaa. Roskia kertyi 640 kiloa.',
    'Elva klasser deltog i tävlingen. De samlade 640 kilo skräp.',
    'Eleven classes took part and gathered 640 kilograms of litter.',
  ],
  [
    'platforms',
    21,
    'RUNNING',
    'Torilla otettiin käyttöön tapahtumissa. Verkkopaneeli tulee samaan palveluun keväällä.',
    'Torilla togs i bruk vid evenemang. Webbpanelen kommer till samma tjänst i vår.',
    'Torilla came into use at events. The online panel comes to the same service in the spring.',
  ],
  [
    'hobbies-for-all',
    52,
    'RUNNING',
    'Maksuttomia kerhoja on 23 koululla ja kylällä. Uusia ovat laavukerho ja digipelit.',
    'Det finns 23 avgiftsfria klubbar i skolor och byar. Nya är friluftsklubben och digispelen.',
    'There are 23 free clubs at schools and in villages. New are the outdoor club and digital games.',
  ],
  [
    'quick-surveys',
    40,
    'RUNNING',
    'Pikakyselyitä tehtiin viisi. Vastaajia oli yhteensä 1 120.',
    'Fem snabbenkäter gjordes, med sammanlagt 1 120 svar.',
    'Five quick surveys were held, with 1,120 answers in all.',
  ],
  [
    'efficient-use',
    110,
    'RUNNING',
    'Koulujen saleista on auki viikonloppuisin kaksi. Käyttöä seurataan kevääseen.',
    'Två av skolornas salar är öppna under veckosluten. Användningen följs till våren.',
    'Two school halls are open on weekends. Their use is followed until the spring.',
  ],
  [
    'yearly-survey',
    200,
    'DONE',
    'Kyselyyn vastasi 1 906 asukasta. Tulokset esiteltiin valtuustolle.',
    'På enkäten svarade 1 906 invånare. Resultaten presenterades för fullmäktige.',
    'The survey was answered by 1,906 residents. Its results were shown to the council.',
  ],
  [
    'customer-experience',
    27,
    'RUNNING',
    'Hymiötaulut ovat kuudessa palvelupisteessä. Kirjaston neuvontaan lisättiin vuoro niiden perusteella.',
    'Omdömestavlor finns vid sex servicepunkter. Biblioteket fick ett extra pass i rådgivningen tack vare dem.',
    'Boards with faces stand at six service points. The library added a shift at its desk because of them.',
  ],
];

/** What units told of the plan's actions over the year; of some nothing was told, as it is with plans. */
export async function demoReports({ em, clock }: Context): Promise<void> {
  const dice = diceOf(SEED);
  const reportedBy = await em.findOneOrFail(StaffMember, { demo: true }, { orderBy: { email: 'asc' } });
  const actions = await em.find(Action, { measure: { plan: { state: 'IN_FORCE' } } });
  for (const [key, daysAgo, state, fi, sv, en] of told) {
    const action = actions.find((one) => one.key === key);
    // a city's own plan has actions of its own
    if (!action) continue;
    const reportedAt = new Date(clock.now().getTime() - daysAgo * DAY);
    const words: LocalizedText = { fi, sv, en };
    const report = em.create(ActionReport, { id: dice.id(), action, day: dayAt(reportedAt), words, state, firm: false, reportedAt, reportedBy });
    action.reported = lastReported([report]);
  }
  await em.flush();
}
