/** What is done with the data of those who work for the city. */
export const staff = {
  purpose: 'STAFF' as const,
  title: { fi: 'Henkilöstön tietosuojaseloste', sv: 'Dataskyddsbeskrivning för personalen', en: 'Privacy notice for staff' },
  text: {
    fi: `Tässä kerrotaan, mitä tietoja palvelussa on kaupungin työntekijöistä, jotka käyttävät sitä työssään.

## Kuka vastaa tiedoista

Rekisterinpitäjä on Haminan kaupunki työnantajana. Kaupunki lisää tähän tietosuojavastaavansa yhteystiedot ennen palvelun käyttöönottoa.

## Mitä tietoja kertyy

- Nimi, työsähköposti ja oikeudet: mitä saat tehdä, mistä alkaen ja kuka oikeuden antoi.
- Tunniste, jolla kaupungin tunnistuspalvelu sinut tuntee, jos kirjaudut sen kautta, ja yhteisten tablettien PIN-koodisi tiiviste, jos asetat sellaisen.
- Kirjautumisen istunnot: milloin, millä selaimella ja milloin viimeksi.
- Loki: mitä teit ja milloin, ilman sisältöä.
- Mihin tapahtumiin sinut on merkitty ja mitkä palautteet kirjasit.

## Miksi ja millä perusteella

Tiedoilla hallitaan oikeuksia ja valvotaan, että asukkaiden tietoja käsittelevät vain ne, joiden työhön se kuuluu. Peruste on lakisääteinen velvoite (tietosuoja-asetuksen 6 artiklan 1 kohdan c alakohta ja laki julkisen hallinnon tiedonhallinnasta).

## Kuka tiedot näkee

Kutsumanimesi näkevät kollegat ja tapahtuman tiedoissa myös asukkaat. Sähköpostin ja lokin näkee vain ylläpito. Istuntosi näet vain sinä. Palvelu ei lähetä tietoja kaupungin ulkopuolelle.

## Kuinka kauan tiedot säilyvät

- Kirjautumiskoodit poistetaan vanhennuttuaan, istunnot viimeistään päättymistään seuraavana yönä.
- Nimi ja oikeudet säilyvät niin kauan kuin käytät palvelua työssäsi, ja sen jälkeen ylläpito poistaa ne.
- Lokista ei poisteta rivejä, jotta siitä näkyy aina, kuka teki mitä.

## Oikeutesi

Voit pyytää nähdä ja oikaista tietosi. Valituksen voi tehdä [tietosuojavaltuutetulle](https://tietosuoja.fi).`,
    sv: `Här berättar vi vilka uppgifter tjänsten har om de anställda som använder den i sitt arbete.

## Vem som ansvarar

Personuppgiftsansvarig är Fredrikshamns stad som arbetsgivare. Staden lägger till dataskyddsombudets kontaktuppgifter här innan tjänsten tas i bruk.

## Vilka uppgifter som samlas

- Namn, arbetsadress och rättigheter: vad du får göra, sedan när och vem som gav rätten.
- Identifieraren som stadens identifieringstjänst känner dig vid, om du loggar in genom den, och kontrollsumman av din PIN-kod för gemensamma surfplattor, om du har en.
- Inloggningens sessioner: när, i vilken webbläsare och när senast.
- Loggen: vad du gjorde och när, utan innehåll.
- Vilka evenemang du är antecknad för och vilken respons du antecknade.

## Varför och på vilken grund

Med uppgifterna sköts rättigheter och övervakas att invånarnas uppgifter behandlas bara av dem vars arbete det hör till. Grunden är en rättslig förpliktelse (dataskyddsförordningen artikel 6.1 c och lagen om informationshantering inom den offentliga förvaltningen).

## Vem som ser uppgifterna

Ditt tilltalsnamn ser kollegerna och i evenemangets uppgifter också invånarna. E-posten och loggen ser bara administratören. Dina sessioner ser bara du. Tjänsten skickar inga uppgifter utanför staden.

## Hur länge uppgifterna bevaras

- Inloggningskoder raderas när de gått ut, sessioner senast natten efter att de slutat.
- Namn och rättigheter bevaras så länge du använder tjänsten i ditt arbete, och raderas sedan av administratören.
- Ur loggen raderas inga rader, så att det alltid syns vem som gjorde vad.

## Dina rättigheter

Du kan be att få se och rätta dina uppgifter. Du kan klaga hos [dataombudsmannen](https://tietosuoja.fi/sv).`,
    en: `This tells which data the service has of the city's employees who use it in their work.

## Who is responsible

The controller is the City of Hamina as the employer. The city adds its data protection officer's contact details here before the service is taken into use.

## What is collected

- Name, work e-mail and rights: what you may do, since when and who gave the right.
- The identifier by which the city's identity provider knows you, if you sign in through it, and the hash of your PIN for shared tablets, if you set one.
- Sessions: when you signed in, on which browser, and when it was last used.
- The log: what you did and when, without contents.
- The events for which you are named, and the feedback that you wrote down.

## Why, and on which ground

The data manages rights, and watches that residents' data is handled only by those to whose work it belongs. The ground is a legal obligation (General Data Protection Regulation, Article 6(1)(c), and the Act on Information Management in Public Administration).

## Who sees it

Colleagues see your name, and residents do on the page of an event. Only administrators see your e-mail and the log. Only you see your sessions. The service sends nothing outside the city.

## How long it is kept

- Sign-in codes are deleted when they have run out, sessions at the latest in the night after they ended.
- Name and rights are kept while you use the service in your work, and are then deleted by an administrator.
- No lines are deleted from the log, so that it always shows who did what.

## Your rights

You may ask to see and correct your data. You may complain to the [Data Protection Ombudsman](https://tietosuoja.fi/en).`,
  },
};
