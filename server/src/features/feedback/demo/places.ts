/** A place in the city as Finnish sentences need it: in it, to it, of it; and its district's key, if it stands for one. */
export interface DemoPlace {
  at: string;
  to: string;
  of: string;
  sv: string;
  en: string;
  district: string | null;
}

const place = (district: string | null, at: string, to: string, of: string, sv: string, en: string): DemoPlace => ({ district, at, to, of, sv, en });

export const demoPlaces: readonly DemoPlace[] = [
  place('keskusta', 'keskustassa', 'keskustaan', 'keskustan', 'i centrum', 'in the centre'),
  place('keskusta', 'torin laidalla', 'torille', 'torin', 'vid torget', 'by the market square'),
  place('keskusta', 'uimahallin vieressä', 'uimahallin viereen', 'uimahallin', 'intill simhallen', 'next to the swimming hall'),
  place('pitajansaari', 'Pitäjänsaaressa', 'Pitäjänsaareen', 'Pitäjänsaaren', 'i Pitäjänsaari', 'in Pitäjänsaari'),
  place('poitsila', 'Poitsilassa', 'Poitsilaan', 'Poitsilan', 'i Poitsila', 'in Poitsila'),
  place('husula', 'Husulassa', 'Husulaan', 'Husulan', 'i Husula', 'in Husula'),
  place('salmenkyla', 'Salmenkylässä', 'Salmenkylään', 'Salmenkylän', 'i Salmenkylä', 'in Salmenkylä'),
  place('summa', 'Summassa', 'Summaan', 'Summan', 'i Summa', 'in Summa'),
  place('neuvoton', 'Neuvottomassa', 'Neuvottomaan', 'Neuvottoman', 'i Neuvoton', 'in Neuvoton'),
  place('vilniemi', 'Vilniemessä', 'Vilniemeen', 'Vilniemen', 'i Vilniemi', 'in Vilniemi'),
  place('reitkalli', 'Reitkallissa', 'Reitkalliin', 'Reitkallin', 'i Reitkalli', 'in Reitkalli'),
  place('metsakyla', 'Metsäkylässä', 'Metsäkylään', 'Metsäkylän', 'i Metsäkylä', 'in Metsäkylä'),
  place('toytari', 'Töytärissä', 'Töytäriin', 'Töytärin', 'i Töytäri', 'in Töytäri'),
  place('onkamaa', 'Onkamaalla', 'Onkamaalle', 'Onkamaan', 'i Onkamaa', 'in Onkamaa'),
  place('kannusjarvi', 'Kannusjärvellä', 'Kannusjärvelle', 'Kannusjärven', 'i Kannusjärvi', 'in Kannusjärvi'),
  place('pyhalto', 'Pyhällössä', 'Pyhältöön', 'Pyhällön', 'i Pyhältö', 'in Pyhältö'),
  place('paijarvi', 'Paijärvellä', 'Paijärvelle', 'Paijärven', 'i Paijärvi', 'in Paijärvi'),
];
