import type { DemoPlace } from './places.ts';

/** Something that is so at a place, and for how long; why it matters to whoever says it; and what they wish. */
export interface DemoIssue {
  so: (p: DemoPlace, since: string) => string;
  why: readonly string[];
  wish: readonly string[];
}

/** What is said about a topic, and what the city answers. */
export interface DemoTopic {
  topic: string;
  /** The units that answer for it. */
  units: readonly string[];
  /** Keys of measures that it may concern. */
  measures: readonly string[];
  issues: readonly DemoIssue[];
  praise: readonly ((p: DemoPlace) => string)[];
  answers: readonly string[];
  changes: readonly string[];
}

const issue = (so: DemoIssue['so'], why: readonly string[], wish: readonly string[]): DemoIssue => ({ so, why, wish });

export const finnish: readonly DemoTopic[] = [
  {
    topic: 'parks',
    units: ['green-services'],
    measures: ['outreach', 'volunteering', 'grants'],
    issues: [
      issue(
        (p, since) => `Penkit ${p.at} ovat olleet ${since} niin huonossa kunnossa, ettei niille kehtaa istua`,
        ['Siinä kulkee paljon vanhuksia.', 'En enää jaksa kävellä koko matkaa lepäämättä.', 'Talon väki istuisi siinä iltaisin mielellään.'],
        ['Pari uutta penkkiä riittäisi.', 'Maalaan ne vaikka itse, jos kaupunki antaa maalin.', 'Selkänoja olisi tarpeen.'],
      ),
      issue(
        (p, since) => `Leikkipuiston keinu ${p.at} on ollut rikki ${since}`,
        ['Lapset kysyvät siitä joka päivä.', 'Lähin toinen puisto on kilometrin päässä.', 'Ketju roikkuu vaarallisesti.'],
        ['Kertokaa, milloin se korjataan.', 'Ottakaa se edes pois, ettei kukaan satu.', 'Samalla voisi lisätä vauvakeinun.'],
      ),
      issue(
        (p, since) => `Roskikset ${p.at} ovat pursuneet yli ${since}`,
        ['Lokit levittävät roskat pitkin nurmikkoa.', 'Vieraat saavat siitä ensimmäisen kuvan kaupungista.', 'Koiranpussit jätetään viereen.'],
        ['Voisiko ne tyhjentää myös sunnuntaina?', 'Yksi iso astia olisi parempi kuin kolme pientä.', 'Tulen mukaan roskatalkoisiin, jos sellaiset pidetään.'],
      ),
      issue(
        (p, since) => `Koirapuiston portti ${p.at} ei ole mennyt kiinni ${since}`,
        ['Pentu karkasi jo kerran tielle.', 'Iltaisin siellä on niin pimeää, ettei lukkoa näe.'],
        ['Uusi salpa maksaa kympin.', 'Yksi lamppu auttaisi sekin.'],
      ),
      issue(
        (p, since) => `Kaatunut puu on maannut polun poikki ${p.at} ${since}`,
        ['Rattaiden kanssa pitää kääntyä takaisin.', 'Hiihtäjät kiertävät sen metsän kautta.'],
        ['Sahan se itse, jos saan luvan.', 'Voisiko joku käydä katsomassa?'],
      ),
      issue(
        (p, since) => `Uimarannan pukukoppi ${p.at} ei ole mennyt lukkoon ${since}`,
        ['Nuoret viettävät siellä yönsä.', 'Vanhempi väki ei enää tule uimaan.'],
        ['Säppi oveen, kiitos.', 'Samalla laituriin voisi laittaa kaiteen.'],
      ),
      issue(
        (p, since) => `Istutuksia ${p.at} ei ole kasteltu ${since}`,
        ['Keväällä ne olivat niin kauniit.', 'Sääli hukata kallista kukkaa.'],
        ['Kastelen ne itse, jos letku löytyy.', 'Valitkaa ensi vuonna lajeja, jotka kestävät kuivaa.'],
      ),
      issue(
        (p, since) => `Laavulla ${p.at} ei ole ollut polttopuita ${since}`,
        ['Käymme siellä perheen kanssa joka viikonloppu.', 'Joku on jo polttanut penkin.'],
        ['Puut voisi tuoda perjantaisin.', 'Kylä voisi hoitaa puut, jos kaupunki maksaa.'],
      ),
    ],
    praise: [
      (p) => `Kiitos uusista kukista, joita istutettiin ${p.to}`,
      (p) => `Puistotyöntekijä jututti lapsia ${p.at} ja neuvoi, missä kasvaa mustikkaa`,
      (p) => `Näköala on raivattu hienosti ${p.at}`,
      (p) => `Polkua ${p.at} on kunnostettu, ja sen huomaa jaloissa`,
      (p) => `Oli hauska olla mukana talkoissa ${p.at}`,
    ],
    answers: [
      'Kiitos, että kerroit. Kävimme katsomassa paikkaa, ja se on nyt kevään työlistalla.',
      'Viherpalvelut korjaa tämän kahden viikon kuluessa. Jos niin ei käy, avaa asia uudelleen.',
      'Asiasta päätetään huhtikuussa, ja toiveesi on mukana listalla.',
      'Kävimme paikalla tänään. Työ on tilattu, ja se tehdään ennen lomakautta.',
    ],
    changes: [
      'Paikka on kunnostettu. Kiitos, että kerroit siitä.',
      'Kävimme paikalla, ja vika on korjattu.',
      'Paikka on nyt mukana viikoittaisella kierroksella.',
    ],
  },
  {
    topic: 'transport',
    units: ['service-areas', 'city-manager'],
    measures: ['open-preparation', 'service-design'],
    issues: [
      issue(
        (p, since) => `Iltapäivän linja-auto ${p.to} on lähtenyt ${since} viisi minuuttia ennen kuin koulu loppuu`,
        ['Lapsi odottaa seuraavaa tunnin.', 'Joudun hakemaan hänet kesken työpäivän.', 'Naapurit kimppakyyditsevät jo neljää.'],
        ['Kymmenen minuuttia myöhemmin riittäisi.', 'Kuka aikatauluista päättää?'],
      ),
      issue(
        (p) => `Pyörätie ${p.at} päättyy kuin seinään`,
        ['Siitä joutuu ajamaan rekkojen sekaan.', 'Tytär kulkee siitä yksin kouluun.'],
        ['Maaliviiva olisi hyvä alku.', 'Kutsukaa pyöräilijät mukaan, kun reittejä piirretään.'],
      ),
      issue(
        (p, since) => `Suojatien eteen ${p.at} on pysäköity autoja ${since}`,
        ['Läheltä piti jo kahdesti tällä viikolla.', 'Rollaattorin kanssa pitää astua tielle, jotta näkee.'],
        ['Pysäköintikielto kymmeneksi metriksi, kiitos.', 'Kukkalaatikko estäisi pysäköinnin.'],
      ),
      issue(
        (p, since) => `Ajonopeudet ${p.at} ovat olleet ${since} ihan liian kovia`,
        ['Mopoilla ajetaan siitä iltaisin täysillä.', 'Kissa jäi alle.', 'Koululaiset ylittävät tien samassa kohdassa.'],
        ['Olisiko hidastetöyssy mahdoton?', 'Näyttötaulu rauhoittaisi ainakin osaa.'],
      ),
      issue(
        (p, since) => `Pysäkillä ${p.at} ei ole ollut valoa ${since}`,
        ['Kuljettaja ei näe odottajaa.', 'Aamuvuoroon lähtiessä on ihan pimeää.'],
        ['Lamppu ja katos, niin olen tyytyväinen.', 'Heijastinkin auttaisi.'],
      ),
      issue(
        (p) => `Sähköpotkulaudat jätetään ${p.at} keskelle jalkakäytävää`,
        ['Näkövammainen naapurini kompastui.', 'Vaunut eivät mahdu ohi.'],
        ['Merkitkää niille paikat.', 'Voisiko yhtiö maksaa siivouksen?'],
      ),
      issue(
        (p, since) => `Tie ${p.at} on ollut kuoppainen ${since}`,
        ['Jousi meni jo.', 'Ambulanssi ajaa siitä kävelyvauhtia.'],
        ['Lanaus riittäisi tähän hätään.', 'Milloin on meidän vuoromme?'],
      ),
      issue(
        (p) => `Viikonloppuna ${p.to} ei pääse bussilla ollenkaan`,
        ['Minulla ei ole autoa.', 'Isoäidin luona käydään nyt kerran kuussa.', 'Taksi maksaa enemmän kuin teatterilippu.'],
        ['Yksikin vuoro lauantaina auttaisi.', 'Kokeilkaa kutsutaksia.'],
      ),
    ],
    praise: [
      (p) => `Uusi pyöräteline ${p.at} on juuri oikeassa kohdassa`,
      (p) => `Bussikuski odotti ${p.at}, kun juoksin pysäkille, kiitos hänelle`,
      (p) => `Liikenne on rauhoittunut ${p.at}, kiitos siitä`,
      (p) => `Koulureitti ${p.at} tuntuu nyt turvalliselta`,
    ],
    answers: [
      'Kiitos havainnosta. Kävimme paikalla, ja ratkaisu tehdään syksyn aikana.',
      'Asiasta päättää ELY-keskus. Välitimme toiveesi sinne ja pyysimme vastausta.',
      'Olet oikeassa, kohta on hankala. Se on mukana ensi vuoden suunnitelmassa.',
      'Selvitimme asiaa. Muutos onnistuu, ja siitä tiedotetaan kuukauden sisällä.',
    ],
    changes: ['Kohtaan on tehty muutos, jota ehdotit.', 'Paikalle asennettiin valo.', 'Aikataulua muutettiin, kun moni kertoi samasta asiasta.'],
  },
  {
    topic: 'schools',
    units: ['education'],
    measures: ['forums', 'councils', 'hamina-model'],
    issues: [
      issue(
        (p) => `Koulun piha ${p.at} on pelkkää asfalttia`,
        ['Välitunnilla ei ole mitään tekemistä.', 'Kesällä siinä voisi paistaa munan.'],
        ['Kiipeilyteline olisi huippu.', 'Voisiko oppilailta kysyä ensin?', 'Pari puuta toisi varjoa.'],
      ),
      issue(
        (p, since) => `Kasvisvaihtoehto on ollut koulussa ${p.at} ${since} loppu, kun meidän luokka pääsee syömään`,
        ['Moni jättää syömättä.', 'Meitä on luokassa kolme, joilla on sama juttu.'],
        ['Tehkää sitä vähän enemmän.', 'Vuorottelu auttaisi.'],
      ),
      issue(
        (p) => `Päiväkodista ${p.at} tulee tieto muutoksista liian myöhään`,
        ['Molemmat olemme vuorotyössä.', 'Viimeksi ovi oli kiinni, kun tulimme.'],
        ['Tekstiviesti edellisenä päivänä riittäisi.', 'Laittakaa lappu oveen.'],
      ),
      issue(
        (p, since) => `Iltapäiväkerhoon ${p.at} ei ole mahtunut ${since}`,
        ['Ekaluokkalainen on yksin kotona kaksi tuntia.', 'Isovanhemmat asuvat toisella puolella Suomea.'],
        ['Toinen ryhmä täyttyisi heti.', 'Voisiko seurakunta auttaa?'],
      ),
      issue(
        (p) => `Koulumatkalla ${p.at} ei ole jalkakäytävää`,
        ['Pienin meistä pelkää isoja autoja.', 'Talvella kävellään aurausvallin päällä.'],
        ['Edes kavennus tien reunaan.', 'Tulisitteko kävelemään sen meidän kanssa?'],
      ),
      issue(
        (p) => `Harrastukset ${p.at} alkavat ennen kuin ehdin koulusta kotiin`,
        ['Kyyti lähtee heti tunnin jälkeen.', 'Kaverit jättivät jo väliin.'],
        ['Puoli tuntia myöhemmin onnistuisi.', 'Toivon, että siitä puhutaan lasten parlamentissa.'],
      ),
      issue(
        (p) => `Wilmaan tulee koulusta ${p.at} niin monta viestiä, etten enää löydä tärkeitä`,
        ['Eilen niitä tuli seitsemän.', 'Isä ei lue niistä enää yhtäkään.'],
        ['Yksi viesti viikossa riittäisi.', 'Merkitkää ne, joihin pitää vastata.'],
      ),
    ],
    praise: [
      (p) => `Kouluruoka ${p.at} on parantunut, terveisiä keittiölle`,
      (p) => `Päiväkodin aikuiset ${p.at} ottavat lapsen vastaan aina nimeltä`,
      (p) => `Harrastuspäivä ${p.at} oli paras koulupäivä ikinä`,
      (p) => `Opettajat ${p.at} jaksavat kuunnella, kiitos heille`,
    ],
    answers: [
      'Kiitos! Otimme asian oppilaskunnan kokouksen listalle ja vastaamme sen jälkeen.',
      'Puhuimme asiasta rehtorin kanssa. Muutos tehdään heti loman jälkeen.',
      'Ymmärrämme huolesi. Kutsumme vanhemmat koolle ja sovimme ratkaisusta yhdessä.',
      'Kiitos ehdotuksesta. Kokeilemme sitä tämän lukukauden ajan.',
    ],
    changes: ['Asia muutettiin niin kuin oppilaat toivoivat.', 'Toinen ryhmä aloitti tammikuussa.', 'Tiedotteet kootaan nyt yhteen viestiin viikossa.'],
  },
  {
    topic: 'maintenance',
    units: ['facilities', 'green-services'],
    measures: ['outreach', 'participatory-work'],
    issues: [
      issue(
        (p, since) => `Jalkakäytävää ${p.at} on aurattu ${since} vasta puolelta päivin`,
        ['Lastenvaunuilla ei pääse läpi.', 'Postinkantajakin kiertää sen kohdan.'],
        ['Voisiko aurausjärjestystä muuttaa?', 'Koulureitti ensin, kiitos.'],
      ),
      issue(
        (p) => `Hiekoitus loppuu ${p.at} juuri siihen, missä mäki alkaa`,
        ['Äiti kaatui siinä viime viikolla.', 'Pyörä lähtee alta joka aamu.'],
        ['Hiekkalaatikko mäen juureen auttaisi, hiekoitan kyllä itse.', 'Kaksikymmentä metriä lisää, ei muuta.'],
      ),
      issue(
        (p, since) => `Katulamppu ${p.at} on ollut pimeänä ${since}`,
        ['Aamuvuoroon mennessä ei näe eteensä.', 'Olen ilmoittanut siitä jo kerran.', 'Lapset pelkäävät sitä kohtaa.'],
        ['Lamppu vain vaihtoon, kiitos.', 'Tolpan numero on 114.'],
      ),
      issue(
        (p) => `Aura jättää pihan eteen ${p.at} vallin, jota en saa siirrettyä`,
        ['Olen kahdeksankymmentäkaksi.', 'Kotihoito ei pääse ovelle.'],
        ['Voisiko kuski nostaa terää siinä kohdassa?', 'Naapuri auttaa, muttei joka kerta.'],
      ),
      issue(
        (p, since) => `Hiekat ${p.at} ovat olleet lakaisematta ${since}`,
        ['Pöly menee keuhkoihin.', 'Pyörän rengas puhkesi.'],
        ['Milloin lakaisukone tulee tänne asti?', 'Kastelkaa edes ensin.'],
      ),
      issue(
        (p) => `Sadevesikaivo ${p.at} tulvii joka sateella`,
        ['Kellarissa on vettä.', 'Lammikko jäätyy talvella.'],
        ['Kaivo pitäisi imeä tyhjäksi ennen syyssateita.', 'Lähetän kuvan, jos kerrotte minne.'],
      ),
      issue(
        (p, since) => `Liikennemerkki ${p.at} on ollut väärin päin ${since}`,
        ['Vieraspaikkakuntalaiset ajavat yksisuuntaista väärään suuntaan.'],
        ['Sen saa käännettyä yhdellä avaimella.', 'Poliisi ei kuulemma koske siihen.'],
      ),
    ],
    praise: [
      (p) => `Auraus ${p.at} on toiminut tänä talvena erinomaisesti`,
      (p) => `Aurakuski pysähtyi ${p.at} ja antoi minun kulkea ensin`,
      (p) => `Lamppu ${p.at} vaihdettiin jo seuraavana päivänä`,
      (p) => `Kadut ${p.at} ovat siistit, kiitos tekijöille`,
    ],
    answers: [
      'Kiitos ilmoituksesta. Työ on tilattu, ja se tehdään ensi viikolla.',
      'Reitti nostettiin järjestyksessä ylöspäin, koska siinä kulkee koululaisia.',
      'Kävimme paikalla tänään. Kerro, jos vika tulee takaisin.',
      'Ohjeistimme urakoitsijan uudelleen. Pahoittelemme vaivaa.',
    ],
    changes: ['Vika on korjattu.', 'Reitti hoidetaan nyt ennen kello seitsemää.', 'Mäen juuressa on nyt hiekkalaatikko.'],
  },
  {
    topic: 'wellbeing',
    units: ['wellbeing-promotion', 'wellbeing-coordinator'],
    measures: ['hamina-model', 'how-are-you-hamina', 'councils'],
    issues: [
      issue(
        (p) => `Yksinäisiä on ${p.at} paljon, eikä heitä tavoita netissä`,
        ['Päivät ovat pitkiä.', 'Naapurini ei puhu viikossa kenenkään kanssa.'],
        ['Tulkaa ovelle, älkää sähköpostiin.', 'Avoin olohuone, jossa kahvi maksaa euron, olisi hieno.'],
      ),
      issue(
        (p) => `Nuorilla ei ole ${p.at} iltaisin paikkaa, jossa vain olla`,
        ['Sitten ollaan kaupan pihassa.', 'Nuorisotila on auki vain tiistaina.'],
        ['Sohva ja yksi aikuinen riittää.', 'Kysykää nuorilta, ei meiltä.'],
      ),
      issue(
        (p, since) => `Senioritanssit ${p.at} ovat olleet tauolla ${since}`,
        ['Kukaan ei kertonut miksi.', 'Siellä tapasi muitakin eläkeläisiä.'],
        ['Voisiko ne aloittaa uudelleen?', 'Soitan haitaria, jos soittaja puuttuu.'],
      ),
      issue(
        (p) => `Kuntosalin vuorot ${p.at} ovat täynnä jo maanantaiaamuna`,
        ['Terveydenhoitaja suositteli liikuntaa.', 'Työssäkäyvä ei ehdi varata.'],
        ['Pari iltavuoroa lisää.', 'Perumattomat vuorot pitäisi vapauttaa.'],
      ),
      issue(
        (p) => `Kahvihetkeä ${p.at} ei löytynyt mistään kalenterista`,
        ['Kuulin siitä vasta jälkeenpäin.', 'En ole koneihminen.'],
        ['Laittakaa tapahtumat myös paperille ilmoitustaululle.', 'Radio on vielä olemassa.'],
      ),
      issue(
        (p) => `Omaishoitajana en pääse ${p.to} mihinkään tapahtumaan ilman sijaista`,
        ['Viimeksi kävin konsertissa neljä vuotta sitten.'],
        ['Sijainen kahdeksi tunniksi kuussa muuttaisi paljon.', 'Kerron mielelläni lisää, jos joku soittaa.'],
      ),
    ],
    praise: [
      (p) => `Liikuntaneuvonta ${p.at} sai minut taas liikkeelle`,
      (p) => `Kylätalon väki teki joulusta lämpimän ${p.at}`,
      (p) => `Kiitos, että tulitte ${p.to} kuuntelemaan ettekä vain kertomaan`,
      (p) => `Päiväkahvit ${p.at} ovat viikon kohokohta`,
    ],
    answers: [
      'Kiitos viestistäsi. Kokeilu alkaa tammikuussa, ja siitä kerrotaan myös ilmoitustauluilla.',
      'Otimme asian hyvinvointityöryhmän listalle. Kerromme, mitä siitä päätettiin.',
      'Lisäsimme kaksi vuoroa. Kerro, auttoiko se.',
      'Soitamme sinulle, jos jätit numerosi. Muuten voit tulla käymään Rinkelissä.',
    ],
    changes: ['Kokeilu jatkuu pysyvästi.', 'Tapahtumalista viedään nyt viikoittain kauppojen ilmoitustauluille.', 'Toiminta alkoi uudelleen.'],
  },
  {
    topic: 'premises',
    units: ['facilities'],
    measures: ['shared-premises', 'own-activity'],
    issues: [
      issue(
        (p, since) => `Koulun sali ${p.at} on ollut iltaisin tyhjillään ${since}, mutta sitä ei saa varattua`,
        ['Meillä olisi kuoro ilman harjoituspaikkaa.', 'Kaksi seuraa voisi jakaa saman vuoron.'],
        ['Antakaa meidän kokeilla puoli vuotta.', 'Maksamme siivouksen itse.'],
      ),
      issue(
        (p) => `Kirjasto menee kiinni juuri, kun pääsen töistä ${p.to}`,
        ['Viikonloppuna sinne ei pääse ollenkaan.', 'Lapsi ei opi lukemaan ruudulta.'],
        ['Omatoimiaika sunnuntaisin olisi täydellinen.', 'Tunti lisää torstaisin riittäisi.'],
      ),
      issue(
        (p) => `Kylätalon avain pitää hakea keskustasta, vaikka talo on ${p.at}`,
        ['Matkaa tulee viisikymmentä kilometriä.', 'Viimeksi avain oli jo jollain toisella.'],
        ['Koodilukko ratkaisisi tämän.', 'Avain voisi olla kyläkaupassa.'],
      ),
      issue(
        (p) => `Kokoustilassa ${p.at} ei ole induktiosilmukkaa`,
        ['Huonokuuloinen jää ulkopuolelle.', 'Yhdistyksen puheenjohtajakaan ei kuule.'],
        ['Siirrettäväkin laite kävisi.', 'Kertokaa edes varatessa.'],
      ),
      issue(
        (p, since) => `Pukuhuoneen suihku ${p.at} on ollut kylmä ${since}`,
        ['Joukkue ajaa kotiin hikisenä.', 'Vahtimestari sanoi, ettei asia kuulu hänelle.'],
        ['Putkimies, kiitos.', 'Laittakaa lappu oveen, niin tiedetään.'],
      ),
      issue(
        (p) => `Varausjärjestelmä unohtaa tiedot, kun varaa tilaa ${p.of} kohdalta ja painaa takaisin`,
        ['Täytin lomakkeen neljästi.', 'Puheenjohtaja luovutti.'],
        ['Voisiko varata puhelimella, kuten ennen?', 'Tallentakaa luonnos.'],
      ),
    ],
    praise: [
      (p) => `Lukunurkka ${p.at} on koko kaupungin paras paikka`,
      (p) => `Tilat ${p.at} ovat aina siistit`,
      (p) => `Vahtimestari ${p.at} neuvoi kädestä pitäen`,
    ],
    answers: [
      'Kiitos ehdotuksesta. Iltavuorot tulevat varattaviksi syyskuussa.',
      'Kokeilemme tätä kevään ajan ja kysymme sen jälkeen, miten se toimi.',
      'Huolto kävi paikalla tänään. Kerro, jos vika jatkuu.',
    ],
    changes: ['Kirjastossa on nyt omatoimiaika sunnuntaisin.', 'Oveen tuli koodilukko.', 'Salin iltavuoron voi varata verkossa.'],
  },
  {
    topic: 'other',
    units: ['communications', 'administration', 'ict'],
    measures: ['online-surveys', 'participatory-budgeting', 'service-design'],
    issues: [
      issue(
        (p) => `Kaupungin sivuilta en löydä mitään siitä, mitä ${p.at} suunnitellaan`,
        ['Hakukone löytää, kaupungin oma haku ei.', 'Poika auttoi, mutta kaikilla ei ole poikaa.'],
        ['Näyttäkää kartalla, mitä missäkin tehdään.', 'Yksi sivu joka kylälle.'],
      ),
      issue(
        (p, since) => `Kyselyihin ${p.at} on vastattu ahkerasti, mutta tuloksia ei ole näkynyt ${since}`,
        ['Seuraavaan en enää vastaa.', 'Naapuri sanoi samaa.'],
        ['Kertokaa kyselyn lopussa, milloin tulokset tulevat.', 'Kirjaston seinä käy hyvin.'],
      ),
      issue(
        (p) => `Kirje ${p.of} kaavasta oli kirjoitettu niin vaikeasti, etten ymmärtänyt siitä puoliakaan`,
        ['Mielestäni siihen riittäisi yksi lause.', 'Luin sen kolmesti.'],
        ['Kirjoittakaa selkokielellä.', 'Kuva kertoisi enemmän.'],
      ),
      issue(
        (p) => `Puhelinvaihteesta minut yhdistettiin neljä kertaa, kun kysyin ${p.of} asiasta`,
        ['Luovutin lopulta.', 'Jokainen oli ystävällinen, kukaan ei tiennyt.'],
        ['Yksi numero, josta vastaa ihminen.', 'Soittakaa te takaisin.'],
      ),
      issue(
        (p) => `Kokousten esityslistoista ei näe, mikä koskee asukkaita ${p.at}`,
        ['Olen ollut kaupungin asukas viisikymmentä vuotta.', 'Lehteä ei enää tule.'],
        ['Lyhyt tiivistelmä riittäisi.', 'Lähettäkää se kyläpäällikölle.'],
      ),
      issue(
        (p) => `Asukasbudjetissa ei ollut yhtään ehdotusta, joka olisi ollut ${p.at}`,
        ['Minä kyllä ehdotin.', 'Keskusta vie aina kaiken.'],
        ['Kertokaa, miksi ehdotus putosi.', 'Varatkaa jokaiselle kylälle oma osuus.'],
      ),
    ],
    praise: [
      (p) => `Mukavaa, että kaupunki tulee ${p.to}`,
      (p) => `Digineuvoja ${p.at} jaksoi selittää kolmannenkin kerran`,
      (p) => `Sain ${p.of} asiasta vastauksen kahdessa päivässä, sitä en odottanut`,
    ],
    answers: [
      'Kiitos palautteesta. Tulokset ovat verkossa ja kirjaston ilmoitustaululla ensi kuussa.',
      'Olet oikeassa, teksti oli vaikea. Kirjoitimme sen uudelleen.',
      'Korjasimme ohjeen niin, että puhelu ohjautuu kerralla oikein.',
      'Kiitos. Kerromme tästä lähtien jokaisesta ehdotuksesta, mitä sille tapahtui.',
    ],
    changes: ['Jokaisen kyselyn lopussa kerrotaan nyt, milloin tulokset julkaistaan.', 'Kirje on kirjoitettu selkokielellä.', 'Etusivulle tuli haku.'],
  },
];

/** For how long something has been so. */
export const sinces = [
  'koko kevään',
  'jo toista viikkoa',
  'viime syksystä asti',
  'siitä asti, kun muutimme tänne',
  'koko talven',
  'monta viikkoa',
  'juhannuksesta lähtien',
  'yli kuukauden',
  'pitkään',
];
/** How people end; most just stop. */
export const closings = ['Kiitos!', 'Terveisin pitkäaikainen asukas.', 'Hyvää jatkoa kaikille.', 'Kiitos, kun kuuntelitte.', 'Voimia työhönne!'];
