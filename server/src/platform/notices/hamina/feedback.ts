/** What is done with what residents say. */
export const feedback = {
  purpose: 'FEEDBACK' as const,
  title: { fi: 'Palautteen tietosuojaseloste', sv: 'Dataskyddsbeskrivning för respons', en: 'Privacy notice for feedback' },
  text: {
    fi: `Palautteen voi antaa nimettömänä. Tässä kerrotaan, mitä tapahtuu sille, mitä sanot torilla, kirjastossa tai kotoa.

## Kuka vastaa tiedoista

Rekisterinpitäjä on Haminan kaupunki. Kaupunki lisää tähän tietosuojavastaavansa yhteystiedot ennen palvelun käyttöönottoa.

## Mitä tietoja kertyy

- Sanasi ja se, mitä niihin liität: aihe, tunnelma, kuvat, kaupunginosa ja asia, jota palaute koskee.
- Milloin ja missä tapahtumassa palaute annettiin ja kuka työntekijä sen kirjasi.
- Nimesi ja sähköpostisi tai puhelinnumerosi, **vain jos haluat vastauksen**.
- Laitteen satunnainen tunniste. Siitä ei tiedetä, kenen laite on.

Palvelu ei kerää sijaintiasi eikä seuraa, mitä muuta teet verkossa.

## Miksi ja millä perusteella

Palautetta käytetään kaupungin palvelujen ja osallisuustyön kehittämiseen. Peruste on yleistä etua koskeva tehtävä (tietosuoja-asetuksen 6 artiklan 1 kohdan e alakohta ja kuntalain 22 §). Yhteystietoja käytetään vain vastaamiseen, ja peruste on suostumuksesi (a alakohta). Voit perua suostumuksen milloin tahansa [kuitin sivulla](/kuitti).

## Kuka tiedot näkee

Palautteita lukevat ne kaupungin työntekijät, joiden työhön se kuuluu. Yhteystiedot näkevät vain vastaajat, ja jokaisesta katsomisesta jää merkintä, jonka näet kuitin tunnuksella. Palvelu ei lähetä tietoja kenellekään kaupungin ulkopuolelle.

## Kuinka kauan tiedot säilyvät

- Yhteystiedot poistetaan viimeistään päivänä, joka sanottiin, kun annoit ne: enintään 180 päivän kuluttua.
- Viestin salattu alkuperäinen poistetaan 30 päivän kuluttua siitä, kun kaupunki on käsitellyt sen vastaanoton.
- Itse palaute säilyy kaupungin tiedonohjaussuunnitelman mukaan.

## Miten tiedot suojataan

Viesti salataan kaupungin avaimella jo laitteessa. Sen jälkeen sitä ei voi lukea laitteelta, vaikka laite katoaisi. Jokaisesta muutoksesta jää rivi lokiin.

## Oikeutesi

Voit pyytää nähdä, oikaista tai poistaa tietosi ja vastustaa niiden käyttöä. Kuitin tunnuksella palautteesi löytyy, vaikka et olisi antanut nimeäsi. Jos tietojasi mielestäsi käsitellään väärin, voit tehdä valituksen [tietosuojavaltuutetulle](https://tietosuoja.fi).`,
    sv: `Du kan ge respons utan att säga vem du är. Här berättar vi vad som händer med det du säger på torget, i biblioteket eller hemifrån.

## Vem som ansvarar

Personuppgiftsansvarig är Fredrikshamns stad. Staden lägger till dataskyddsombudets kontaktuppgifter här innan tjänsten tas i bruk.

## Vilka uppgifter som samlas

- Dina ord och det du fogar till dem: ämne, stämning, bilder, stadsdel och vad responsen gäller.
- När och på vilket evenemang responsen gavs och vilken anställd som antecknade den.
- Ditt namn och din e-post eller ditt telefonnummer, **endast om du vill ha svar**.
- Enhetens slumpmässiga identifierare. Den berättar inte vems enheten är.

Tjänsten samlar inte in var du är och följer inte vad du annars gör på nätet.

## Varför och på vilken grund

Responsen används för att utveckla stadens tjänster och delaktigheten. Grunden är en uppgift av allmänt intresse (dataskyddsförordningen artikel 6.1 e och kommunallagen 22 §). Kontaktuppgifter används bara för att svara, och grunden är ditt samtycke (artikel 6.1 a). Du kan ta tillbaka samtycket när som helst [på kvittots sida](/kuitti).

## Vem som ser uppgifterna

Responsen läses av de anställda vars arbete den hör till. Kontaktuppgifterna ser bara de som svarar, och varje titt lämnar en anteckning som du ser med kvittots kod. Tjänsten skickar inga uppgifter till någon utanför staden.

## Hur länge uppgifterna bevaras

- Kontaktuppgifter raderas senast den dag som nämndes när du gav dem: högst 180 dagar.
- Meddelandets krypterade original raderas 30 dagar efter att staden har behandlat mottagningen.
- Själva responsen bevaras enligt stadens informationsstyrningsplan.

## Hur uppgifterna skyddas

Meddelandet krypteras med stadens nyckel redan i enheten. Efter det kan det inte läsas på enheten, inte ens om den tappas bort. Varje ändring lämnar en rad i loggen.

## Dina rättigheter

Du kan be att få se, rätta eller radera dina uppgifter och motsätta dig att de används. Med kvittots kod hittas din respons även om du inte gav ditt namn. Om du anser att dina uppgifter behandlas fel kan du klaga hos [dataombudsmannen](https://tietosuoja.fi/sv).`,
    en: `You can give feedback without saying who you are. This tells what happens to what you say at the market square, in the library or from home.

## Who is responsible

The controller is the City of Hamina. The city adds its data protection officer's contact details here before the service is taken into use.

## What is collected

- Your words and what you add to them: topic, mood, pictures, part of the city and what the feedback concerns.
- When and at which event the feedback was given, and which employee wrote it down.
- Your name and your e-mail or phone number, **only if you want an answer**.
- A random identifier of the device. It does not tell whose the device is.

The service does not collect where you are and does not follow what else you do on the web.

## Why, and on which ground

Feedback is used to develop the city's services and participation. The ground is a task in the public interest (General Data Protection Regulation, Article 6(1)(e), and the Local Government Act, section 22). Contact details are used only to answer, and the ground is your consent (Article 6(1)(a)). You may withdraw your consent at any time [on the receipt's page](/kuitti).

## Who sees it

Feedback is read by those employees of the city to whose work it belongs. Contact details are seen only by those who answer, and every look leaves a note that you see with the code on your receipt. The service sends nothing to anybody outside the city.

## How long it is kept

- Contact details are deleted at the latest on the day that was named when you gave them: after 180 days at most.
- The encrypted original of the message is deleted 30 days after the city has dealt with receiving it.
- The feedback itself is kept as the city's records plan says.

## How it is protected

A message is encrypted to the city's key on the device already. After that it cannot be read on the device, even if the device is lost. Every change leaves a line in the log.

## Your rights

You may ask to see, correct or delete your data, and object to its use. With the code on your receipt your feedback is found even if you gave no name. If you think that your data is handled wrongly, you may complain to the [Data Protection Ombudsman](https://tietosuoja.fi/en).`,
  },
};
