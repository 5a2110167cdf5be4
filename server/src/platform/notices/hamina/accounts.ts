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
- Palautteet, jotka olet liittänyt tiliisi.
- Milloin tili tehtiin, milloin viimeksi kirjauduit ja millä selaimilla olet kirjautuneena.

Henkilötunnusta ei kysytä.

## Miksi ja millä perusteella

Tilillä kirjaudut palveluun. Peruste on yleistä etua koskeva tehtävä (tietosuoja-asetuksen 6 artiklan 1 kohdan e alakohta ja kuntalain 22 §). Tili on sinulle vapaaehtoinen.

## Kuka tiedot näkee

Tilisi tiedot näet vain sinä. Palautteet lukevat ne työntekijät, joiden työhön se kuuluu. Palvelu ei lähetä niitä kenellekään kaupungin ulkopuolelle.

## Kuinka kauan tiedot säilyvät

- Tilin tiedot säilyvät, kunnes poistat tilin.
- Kirjautuminen päättyy, kun selainta ei ole käytetty 30 päivään, ja viimeistään 90 päivän kuluttua.
- Kirjautumiskoodi kelpaa kymmenen minuuttia.

## Oikeutesi

Voit nähdä, oikaista, ladata ja poistaa tietosi itse [omilla sivuillasi](/oma/tiedot) ja vastustaa niiden käyttöä. Valituksen voi tehdä [tietosuojavaltuutetulle](https://tietosuoja.fi).`,
    sv: `Tjänsten kan användas utan konto. Här berättar vi vilka uppgifter ditt konto har, om du skapar ett.

## Vem som ansvarar

Personuppgiftsansvarig är Fredrikshamns stad. Staden lägger till dataskyddsombudets kontaktuppgifter här innan tjänsten tas i bruk.

## Vilka uppgifter som samlas

- E-postadressen dit inloggningskoden skickas.
- Namnet du vill bli kallad vid, om du ger det.
- Språket på vilket staden skriver till dig.
- Respons som du har fogat till ditt konto.
- När kontot skapades, när du senast loggade in och i vilka webbläsare du är inloggad.

Personbeteckning frågas inte.

## Varför och på vilken grund

Med kontot loggar du in i tjänsten. Grunden är en uppgift av allmänt intresse (dataskyddsförordningen artikel 6.1 e och kommunallagen 22 §). Kontot är frivilligt för dig.

## Vem som ser uppgifterna

Ditt kontos uppgifter ser bara du. Responsen läses av de anställda vars arbete den hör till. Tjänsten skickar dem inte till någon utanför staden.

## Hur länge uppgifterna bevaras

- Kontots uppgifter bevaras tills du raderar kontot.
- Inloggningen slutar när webbläsaren inte har använts på 30 dagar, och senast efter 90 dagar.
- En inloggningskod gäller i tio minuter.

## Dina rättigheter

Du kan själv se, rätta, ladda ner och radera dina uppgifter [på dina egna sidor](/oma/tiedot) och motsätta dig att de används. Du kan klaga hos [dataombudsmannen](https://tietosuoja.fi/sv).`,
    en: `The service can be used without an account. This tells which data your account has, if you make one.

## Who is responsible

The controller is the City of Hamina. The city adds its data protection officer's contact details here before the service is taken into use.

## What is collected

- The e-mail address to which the sign-in code is sent.
- The name by which you want to be called, if you give one.
- The language in which the city writes to you.
- Feedback that you have put into your account.
- When the account was made, when you last signed in, and on which browsers you are signed in.

No personal identity code is asked.

## Why, and on which ground

With the account you sign in to the service. The ground is a task in the public interest (General Data Protection Regulation, Article 6(1)(e), and the Local Government Act, section 22). The account is voluntary.

## Who sees it

Only you see the data of your account. The feedback is read by the employees to whose work it belongs. The service sends it to nobody outside the city.

## How long it is kept

- The account's data is kept until you delete the account.
- You are signed out when the browser has not been used for 30 days, and after 90 days at the latest.
- A sign-in code is good for ten minutes.

## Your rights

You may see, correct, download and delete your data yourself [on your own pages](/oma/tiedot), and object to its use. You may complain to the [Data Protection Ombudsman](https://tietosuoja.fi/en).`,
  },
};
