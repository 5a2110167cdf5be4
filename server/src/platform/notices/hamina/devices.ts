/** What is known of tablets and browsers. */
export const devices = {
  purpose: 'DEVICES' as const,
  title: { fi: 'Laitteiden tietosuojaseloste', sv: 'Dataskyddsbeskrivning för enheter', en: 'Privacy notice for devices' },
  text: {
    fi: `Tässä kerrotaan, mitä palvelu tietää laitteesta, jolla sitä käytetään, ja mitä se tallettaa laitteeseen.

## Kuka vastaa tiedoista

Rekisterinpitäjä on Haminan kaupunki. Kaupunki lisää tähän tietosuojavastaavansa yhteystiedot ennen palvelun käyttöönottoa.

## Mitä laitteesta tiedetään

- Satunnainen tunniste ja julkinen avain, jotka selain tekee, kun annat ensimmäisen palautteen. Niistä ei tiedetä, kenen laite on.
- Milloin laite viimeksi otti yhteyttä, montako viestiä se ei ollut vielä lähettänyt ja paljonko sillä on tallennustilaa.
- Kaupungin omista tableteista lisäksi nimi ja kuka otti ne käyttöön.

Verkko-osoitetta käytetään vain siihen, ettei kukaan tuki palvelua pyynnöillä. Sitä ei tallenneta.

## Mitä laitteeseen tallennetaan

- Lähettämäsi viestit salattuina, kunnes kaupunki on vahvistanut ne ja kolme päivää on kulunut.
- Keskeneräinen teksti salattuna avaimella, jota ei saa selaimesta ulos.
- Valitsemasi kieli ja ulkoasu sekä julkisia sivuja verkottomia hetkiä varten.

Evästeitä käytetään vain kirjautuneen istuntoon. Mainos- tai seurantaevästeitä ei ole.

## Miksi ja millä perusteella

Tiedoilla varmistetaan, ettei yksikään viesti katoa eikä kahdennu. Peruste on yleistä etua koskeva tehtävä (tietosuoja-asetuksen 6 artiklan 1 kohdan e alakohta).

## Kuinka kauan tiedot säilyvät

Laitteen tunniste säilyy toistaiseksi, koska viestien numerointi nojaa siihen. Selaimen tiedot voit poistaa itse selaimen asetuksista; silloin häviävät myös lähettämättömät viestit.

## Oikeutesi

Voit pyytää nähdä ja poistaa tiedot. Koska laitetta ei yhdistetä henkilöön, kaupunki tarvitsee kuitin tunnuksen löytääkseen ne. Valituksen voi tehdä [tietosuojavaltuutetulle](https://tietosuoja.fi).`,
    sv: `Här berättar vi vad tjänsten vet om enheten som används och vad den sparar på enheten.

## Vem som ansvarar

Personuppgiftsansvarig är Fredrikshamns stad. Staden lägger till dataskyddsombudets kontaktuppgifter här innan tjänsten tas i bruk.

## Vad som är känt om enheten

- En slumpmässig identifierare och en öppen nyckel som webbläsaren gör när du ger respons första gången. De berättar inte vems enheten är.
- När enheten senast hörde av sig, hur många meddelanden den då inte hade skickat och hur mycket utrymme den har.
- Om stadens egna surfplattor dessutom namnet och vem som tog dem i bruk.

Nätadressen används bara för att ingen ska kunna överbelasta tjänsten. Den sparas inte.

## Vad som sparas på enheten

- Meddelanden du skickat, krypterade, tills staden har bekräftat dem och tre dagar har gått.
- Halvfärdig text, krypterad med en nyckel som inte kan tas ut ur webbläsaren.
- Ditt val av språk och utseende samt offentliga sidor för stunder utan nät.

Kakor används bara för den inloggades session. Det finns inga reklam- eller spårningskakor.

## Varför och på vilken grund

Med uppgifterna säkras att inget meddelande försvinner eller fördubblas. Grunden är en uppgift av allmänt intresse (dataskyddsförordningen artikel 6.1 e).

## Hur länge uppgifterna bevaras

Enhetens identifierare bevaras tills vidare, för meddelandenas numrering vilar på den. Webbläsarens uppgifter kan du själv radera i webbläsarens inställningar; då försvinner också meddelanden som inte skickats.

## Dina rättigheter

Du kan be att få se och radera uppgifterna. Eftersom enheten inte kopplas till en person behöver staden kvittots kod för att hitta dem. Du kan klaga hos [dataombudsmannen](https://tietosuoja.fi/sv).`,
    en: `This tells what the service knows of the device on which it is used, and what it stores on the device.

## Who is responsible

The controller is the City of Hamina. The city adds its data protection officer's contact details here before the service is taken into use.

## What is known of the device

- A random identifier and a public key that the browser makes when you give feedback for the first time. They do not tell whose the device is.
- When the device was last in contact, how many messages it had not sent by then, and how much storage it has.
- Of the city's own tablets also the name, and who enrolled them.

The network address is used only to keep anybody from flooding the service. It is not stored.

## What is stored on the device

- Messages that you sent, encrypted, until the city has confirmed them and three days have passed.
- Unfinished text, encrypted with a key that cannot be taken out of the browser.
- The language and looks that you chose, and public pages for moments without a network.

Cookies are used only for the session of who is signed in. There are no cookies for advertising or tracking.

## Why, and on which ground

The data makes sure that no message is lost or doubled. The ground is a task in the public interest (General Data Protection Regulation, Article 6(1)(e)).

## How long it is kept

The device's identifier is kept for the time being, for the numbering of messages rests on it. What the browser keeps you can delete yourself in the browser's settings; messages that were not sent then go as well.

## Your rights

You may ask to see and to delete the data. As a device is not connected with a person, the city needs the code on a receipt to find it. You may complain to the [Data Protection Ombudsman](https://tietosuoja.fi/en).`,
  },
};
