/** What is done with the data of residents who have made an account. */
export const accounts = {
  purpose: 'ACCOUNTS' as const,
  title: { fi: 'Asukkaan tilin tietosuojaseloste', sv: 'Dataskyddsbeskrivning för invånarens konto', en: "Privacy notice for residents' accounts" },
  text: {
    fi: `Palvelua voi käyttää ilman tiliä. Tässä kerrotaan, mitä tietoja tililläsi on, jos teet sellaisen.

## Kuka vastaa tiedoista

Rekisterinpitäjä on Haminan kaupunki. Kaupunki lisää tähän tietosuojavastaavansa yhteystiedot ennen palvelun käyttöönottoa.

## Mitä tietoja kertyy

- Sähköpostiosoite, johon kirjautumiskoodi lähetetään.
- Nimi, jolla haluat tulla kutsutuksi, jos annat sen.
- Kieli, jolla kaupunki kirjoittaa sinulle.
- Milloin tili tehtiin, milloin viimeksi kirjauduit ja millä selaimilla olet kirjautuneena.
- Palautteet, jotka annat kirjautuneena tai liität tiliisi kuitin tunnuksella.
- Lapsesi etunimi ja syntymävuosi, jos lisäät alle 13-vuotiaan lapsen toimimaan tililläsi.
- Nimesi, syntymäaikasi ja kotikuntasi, jos tunnistaudut vahvasti.

Henkilötunnustasi ei tallenneta. Vahvasta tunnistautumisesta jää avaimella laskettu tiiviste, josta kaupunki näkee vain, että kullakin on yksi tili.

## Miksi ja millä perusteella

Tilillä näet omat palautteesi ja hallitset tietojasi. Peruste on yleistä etua koskeva tehtävä (tietosuoja-asetuksen 6 artiklan 1 kohdan e alakohta ja kuntalain 22 §). Tili on sinulle vapaaehtoinen. Lapsesi tiedot tallennetaan suostumuksellasi (6 artiklan 1 kohdan a alakohta), jonka voit perua omilla sivuillasi.

## Kuka tiedot näkee

Tilisi tiedot näet vain sinä. Palautteesi lukevat ne työntekijät, joiden työhön se kuuluu. Kun työntekijä avaa yhteystietosi, siitä jää merkintä, jonka näet omilta sivuiltasi. Palvelu ei lähetä niitä kenellekään kaupungin ulkopuolelle.

## Kuinka kauan tiedot säilyvät

- Tilin tiedot säilyvät, kunnes poistat tilin tai pyydät sen poistamista.
- Lapsen tiedot säilyvät, kunnes poistat lapsen tililtäsi, ja enintään sen vuoden loppuun, jona hän täyttää 13.
- Kirjautuminen päättyy, kun selainta ei ole käytetty 30 päivään, ja viimeistään 90 päivän kuluttua.
- Kirjautumiskoodi kelpaa kymmenen minuuttia.

## Oikeutesi

Omilla sivuillasi voit katsoa ja oikaista tietosi, ladata niistä kopion ja poistaa tilisi ja palautteesi. Lokiin jää merkintä poistosta ilman nimeäsi. Voit myös vastustaa tietojesi käyttöä. Valituksen voi tehdä [tietosuojavaltuutetulle](https://tietosuoja.fi).`,
    sv: `Tjänsten kan användas utan konto. Här berättar vi vilka uppgifter ditt konto har, om du skapar ett.

## Vem som ansvarar

Personuppgiftsansvarig är Fredrikshamns stad. Staden lägger till dataskyddsombudets kontaktuppgifter här innan tjänsten tas i bruk.

## Vilka uppgifter som samlas

- E-postadressen dit inloggningskoden skickas.
- Namnet du vill bli kallad vid, om du ger det.
- Språket på vilket staden skriver till dig.
- När kontot skapades, när du senast loggade in och i vilka webbläsare du är inloggad.
- Respons som du ger inloggad eller fogar till ditt konto med kvittots kod.
- Ditt barns förnamn och födelseår, om du lägger till ett barn under 13 år som deltar via ditt konto.
- Ditt namn, ditt födelsedatum och din hemkommun, om du identifierar dig starkt.

Din personbeteckning sparas inte. Av den starka identifieringen blir en hash som räknats med en nyckel kvar. Av den ser staden bara att var och en har ett konto.

## Varför och på vilken grund

Med kontot ser du din egen respons och hanterar dina uppgifter. Grunden är en uppgift av allmänt intresse (dataskyddsförordningen artikel 6.1 e och kommunallagen 22 §). Kontot är frivilligt för dig. Ditt barns uppgifter sparas med ditt samtycke (artikel 6.1 a), som du kan återta på dina egna sidor.

## Vem som ser uppgifterna

Ditt kontos uppgifter ser bara du. Din respons läses av de anställda vars arbete den hör till. När en anställd öppnar dina kontaktuppgifter antecknas det, och du ser anteckningen på dina egna sidor. Tjänsten skickar uppgifterna inte till någon utanför staden.

## Hur länge uppgifterna bevaras

- Kontots uppgifter bevaras tills du raderar kontot eller ber att det raderas.
- Barnets uppgifter bevaras tills du tar bort barnet ur ditt konto, och högst till slutet av det år då barnet fyller 13.
- Inloggningen slutar när webbläsaren inte har använts på 30 dagar, och senast efter 90 dagar.
- En inloggningskod gäller i tio minuter.

## Dina rättigheter

På dina egna sidor kan du se och rätta dina uppgifter, ladda ner en kopia och radera ditt konto och din respons. I loggen blir en anteckning om raderingen, utan ditt namn. Du kan också motsätta dig att uppgifterna används. Du kan klaga hos [dataombudsmannen](https://tietosuoja.fi/sv).`,
    en: `The service can be used without an account. This tells which data your account has, if you make one.

## Who is responsible

The controller is the City of Hamina. The city adds its data protection officer's contact details here before the service is taken into use.

## What is collected

- The e-mail address to which the sign-in code is sent.
- The name by which you want to be called, if you give one.
- The language in which the city writes to you.
- When the account was made, when you last signed in, and on which browsers you are signed in.
- Feedback that you give while signed in, or add to your account with the code on a receipt.
- Your child's first name and year of birth, if you add a child under 13 who takes part through your account.
- Your name, date of birth and home municipality, if you identify yourself strongly.

Your personal identity code is not kept. Of strong identification a hash made with a key remains, by which the city sees that each has one account, and nothing else.

## Why, and on which ground

With the account you see your own feedback and manage your data. The ground is a task in the public interest (General Data Protection Regulation, Article 6(1)(e), and the Local Government Act, section 22). The account is voluntary. Your child's data is kept with your consent (Article 6(1)(a)), which you can take back on your own pages.

## Who sees it

Only you see the data of your account. Your feedback is read by those employees to whose work it belongs. When an employee opens your contact details, that is written down, and you see it on your own pages. The service sends it to nobody outside the city.

## How long it is kept

- The account's data is kept until you delete the account or ask for its deletion.
- A child's data is kept until you take the child out of your account, and to the end of the year in which they turn 13 at the longest.
- You are signed out when the browser has not been used for 30 days, and after 90 days at the latest.
- A sign-in code is good for ten minutes.

## Your rights

On your own pages you may see and correct your data, download a copy, and delete your account and feedback. The log keeps a line of the deletion without your name. You may also object to the use of your data. You may complain to the [Data Protection Ombudsman](https://tietosuoja.fi/en).`,
  },
};
