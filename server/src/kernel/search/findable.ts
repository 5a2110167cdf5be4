import type { EntityClass } from '@mikro-orm/core';
import type { Actor } from '../actor.ts';
import type { LocalizedText } from '../localized.ts';
import type { Column } from '../read/metadata.ts';
import type { Sql } from '../read/sql.ts';
import type { ActorParams } from '../read/visible.ts';

/** The columns of a row that is found, and of the row that it is a part of. */
export interface Columns {
  own: Column;
  whole: Column;
}

/** What the address of something that was found is made of. */
export interface Place {
  id: string;
  /** The key of what it is a part of. */
  whole: string | null;
  /** What `ref` gave. */
  ref: string | null;
}

/** Something that can be found by its words: what a noun gives to search. */
export interface Findable {
  /** Its stable name: `measure`. */
  kind: string;
  /** What such things are called, as it stands above them. */
  name: LocalizedText;
  /** Has a column `foundBy` (`FoundBy`). */
  entity: EntityClass<object>;
  /** The to-one by which alone one comes to it: whoever does not see what it is a part of does not find it. */
  partOf?: string;
  /** Which of them are found. What somebody may see of them is not its business: that is `visible`'s. */
  where?: (columns: Columns) => Sql;
  /** What is searched, for whom it is not all of `foundBy`. */
  document?: (own: Column, actor: ActorParams) => Sql | undefined;
  /** The column of its title, text or localized; what has none is told by its words. */
  title?: string;
  /** The column of its words, text or localized. */
  words: string;
  /** The column with the language of its words, where they are not localized. */
  language?: string;
  /** Under which its words are not shown to whoever finds it. */
  covered?: (own: Column) => Sql;
  /** The column of the instant that it is of; the newer goes before the older. */
  at?: string;
  /** What finds it beside its words: a number or a code that is the whole text. */
  exactly?: (text: string, own: Column) => Sql | undefined;
  /** What its addresses need to know beside its key. */
  ref?: (columns: Columns) => Sql;
  /** Where everybody reads it, or its resident. */
  path?: (place: Place, actor: Actor) => string | null;
  /** Where staff do. */
  staffPath?: (place: Place) => string | null;
}
