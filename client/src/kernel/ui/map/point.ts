/** A place on a map, and how much there is of something. */
export interface Point {
  key: string;
  label: string;
  latitude: number;
  longitude: number;
  /** Its circle grows with it; null is drawn small and hollow. */
  value: number | null;
  /** The value as it is read. */
  told: string;
}

/** From where a map gets its pictures. */
export interface Tiles {
  url: string;
  attribution: string;
}
