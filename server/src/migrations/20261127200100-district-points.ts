import { Migration } from '@mikro-orm/migrations';

/** Where the districts are, roughly, so that a map can show them. What is there already gets what a fresh city starts with. */
export class DistrictPoints extends Migration {
  override up(): void | Promise<void> {
    this.addSql(`alter table "district" add column "latitude" double precision null, add column "longitude" double precision null;`);
    this.addSql(`update "district" d set "latitude" = p.latitude, "longitude" = p.longitude from (values
      ('keskusta', 60.57, 27.2), ('pitajansaari', 60.56, 27.18), ('poitsila', 60.58, 27.17), ('husula', 60.59, 27.19), ('salmenkyla', 60.59, 27.23),
      ('summa', 60.55, 27.11), ('neuvoton', 60.54, 27.08), ('vilniemi', 60.53, 27.16), ('reitkalli', 60.62, 27.1), ('metsakyla', 60.65, 27.07),
      ('toytari', 60.61, 27.28), ('onkamaa', 60.64, 27.24), ('kannusjarvi', 60.66, 27.3), ('pyhalto', 60.7, 27.3), ('turkia', 60.64, 27.16),
      ('sivatti', 60.68, 27.18), ('paijarvi', 60.68, 27.06)) as p (key, latitude, longitude) where p.key = d."key";`);
  }
}
