/** What of the service is known not to be accessible, and why. What the last run of tests found stands beside it, made by the tests. */
export const accessibility = {
  purpose: 'ACCESSIBILITY' as const,
  title: { fi: 'Mikä ei ole vielä saavutettavaa', sv: 'Vad som ännu inte är tillgängligt', en: 'What is not accessible yet' },
  text: {
    fi: `- **Asiantuntijan arvio puuttuu.** Koneellinen testi löytää vain osan esteistä. Ruudunlukijan ja apuvälineiden käyttäjien kanssa tehtyä arviota ei vielä ole, eikä kaikkia vaatimuksia ole arvioitu.
- **Asukkaiden kuvilla ei ole tekstivastinetta** (WCAG 1.1.1). Kuvat näkyvät vain palautteen käsittelijöille.
- **Osa sisällöstä on vain suomeksi.** Kääntämätön kohta näytetään suomeksi ja merkitään suomenkieliseksi.
- **Hallinnan GraphiQL-työkalu** on toisen tekemä, eikä sen saavutettavuutta ole arvioitu. Se on tarkoitettu kaupungin ylläpidolle, ja samat tiedot saa hallinnan muilta sivuilta.

Korjaamme puutteet palautteen ja arvioiden pohjalta. Jos jokin estää sinua käyttämästä palvelua, kerro siitä tämän sivun lomakkeella, niin autamme muulla tavalla.`,
    sv: `- **En bedömning av experter saknas.** Ett maskinellt test hittar bara en del av hindren. Någon bedömning tillsammans med användare av skärmläsare och hjälpmedel finns ännu inte, och alla krav har inte bedömts.
- **Invånarnas bilder har inga textalternativ** (WCAG 1.1.1). Bilderna syns bara för dem som behandlar responsen.
- **En del av innehållet finns bara på finska.** Det som inte är översatt visas på finska och märks som finska.
- **Administrationens verktyg GraphiQL** är gjort av någon annan, och dess tillgänglighet har inte bedömts. Det är avsett för stadens administratörer, och samma uppgifter fås på administrationens andra sidor.

Vi rättar bristerna utifrån respons och bedömningar. Om något hindrar dig från att använda tjänsten, berätta det på blanketten på den här sidan, så hjälper vi på annat sätt.`,
    en: `- **There is no assessment by experts yet.** A test by machine finds only some of the barriers. There is no assessment with users of screen readers and aids yet, and not every requirement has been assessed.
- **Residents' pictures have no text alternative** (WCAG 1.1.1). The pictures are seen only by those who handle the feedback.
- **Some of the content is in Finnish only.** What is not translated is shown in Finnish and marked as Finnish.
- **The administration's GraphiQL tool** is made by others, and its accessibility has not been assessed. It is meant for the city's administrators, and the same data is on other pages of the administration.

We mend what is wrong as feedback and assessments show it. If something keeps you from using the service, tell us with the form on this page, and we will help you in another way.`,
  },
};
