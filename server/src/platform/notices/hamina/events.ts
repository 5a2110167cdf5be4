/** What is done with the data of those who register for an event. */
export const events = {
  purpose: 'EVENTS' as const,
  title: {
    fi: 'Tapahtumiin ilmoittautumisen tietosuojaseloste',
    sv: 'Dataskyddsbeskrivning för anmälan till evenemang',
    en: 'Privacy notice for registering for events',
  },
  text: {
    fi: `Useimpiin tapahtumiin voi tulla ilmoittautumatta. Tässä kerrotaan, mitä tiedoillesi tapahtuu, kun ilmoittaudut.

## Kuka vastaa tiedoista

Rekisterinpitäjä on Haminan kaupunki. Kaupunki lisää tähän tietosuojavastaavansa yhteystiedot ennen palvelun käyttöönottoa.

## Mitä tietoja kertyy

- Nimi, jonka annat, ja montako teitä tulee.
- Sähköpostiosoite tai puhelinnumero, jos annat ne.
- Mitä tarvitset paikan päällä, jos kerrot sen. Älä kirjoita terveystietoja.
- Milloin ilmoittauduit ja saavuit, ja mitä viestejä sinulle on lähetetty.

## Miksi ja millä perusteella

Tietojen avulla järjestäjä tietää, ketkä tulevat, ja voi kertoa sinulle vapautuneesta paikasta, siirrosta tai peruutuksesta. Muuhun niitä ei käytetä. Peruste on yleistä etua koskeva tehtävä (tietosuoja-asetuksen 6 artiklan 1 kohdan e alakohta ja kuntalain 22 §).

## Kuka tiedot näkee

Ilmoittautuneet näkevät ne työntekijät, jotka järjestävät tapahtuman. Jokaisesta katsomisesta jää merkintä, jonka näet ilmoittautumisesi koodilla ja omilta sivuiltasi. Palvelu ei lähetä tietoja kenellekään kaupungin ulkopuolelle.

## Kuinka kauan tiedot säilyvät

- Tiedot poistetaan, kun tapahtumasta on kulunut 30 päivää. Vain osallistujien määrä jää.
- Kun perut, nimesi ja muut tietosi poistetaan heti. Jäljelle jää merkintä, että joku perui.

## Oikeutesi

Koodilla voit katsoa ja perua ilmoittautumisesi ilman tiliä. Voit myös vastustaa tietojesi käyttöä. Valituksen voi tehdä [tietosuojavaltuutetulle](https://tietosuoja.fi).`,
    sv: `Till de flesta evenemang kan du komma utan att anmäla dig. Här berättar vi vad som händer med dina uppgifter när du anmäler dig.

## Vem som ansvarar

Personuppgiftsansvarig är Fredrikshamns stad. Staden lägger till dataskyddsombudets kontaktuppgifter här innan tjänsten tas i bruk.

## Vilka uppgifter som samlas

- Namnet du ger och hur många ni kommer.
- E-postadress eller telefonnummer, om du ger dem.
- Vad du behöver på plats, om du berättar det. Skriv inga hälsouppgifter.
- När du anmälde dig och kom, och vilka meddelanden som har skickats till dig.

## Varför och på vilken grund

Med uppgifterna vet arrangören vilka som kommer och kan berätta för dig om en ledig plats, en flyttning eller att evenemanget ställs in. De används inte till något annat. Grunden är en uppgift av allmänt intresse (dataskyddsförordningen artikel 6.1 e och kommunallagen 22 §).

## Vem som ser uppgifterna

De anmälda ses av de anställda som ordnar evenemanget. Varje gång de tittar antecknas det, och du ser anteckningen med anmälans kod och på dina egna sidor. Tjänsten skickar uppgifterna inte till någon utanför staden.

## Hur länge uppgifterna bevaras

- Uppgifterna raderas när det har gått 30 dagar sedan evenemanget. Bara antalet deltagare blir kvar.
- När du avbokar raderas ditt namn och dina andra uppgifter genast. Kvar blir en anteckning om att någon avbokade.

## Dina rättigheter

Med koden kan du se och avboka din anmälan utan konto. Du kan också motsätta dig att uppgifterna används. Du kan klaga hos [dataombudsmannen](https://tietosuoja.fi/sv).`,
    en: `You can come to most events without registering. This tells what happens with your data when you register.

## Who is responsible

The controller is the City of Hamina. The city adds its data protection officer's contact details here before the service is taken into use.

## What is collected

- The name that you give, and how many of you come.
- An e-mail address or phone number, if you give one.
- What you need there, if you tell it. Do not write health details.
- When you registered and came, and which messages were sent to you.

## Why, and on which ground

With the data those who hold the event know who comes, and can tell you of a place that became free, of a move or of a cancellation. It is used for nothing else. The ground is a task in the public interest (General Data Protection Regulation, Article 6(1)(e), and the Local Government Act, section 22).

## Who sees it

Those who registered are seen by the employees who hold the event. Each look is written down, and you see it by your registration's code and on your own pages. The service sends the data to nobody outside the city.

## How long it is kept

- The data is deleted 30 days after the event. Only the number of those who came remains.
- When you cancel, your name and other details are deleted at once. A note remains that somebody cancelled.

## Your rights

With the code you can see and cancel your registration without an account. You may also object to the use of your data. You may complain to the [Data Protection Ombudsman](https://tietosuoja.fi/en).`,
  },
};
