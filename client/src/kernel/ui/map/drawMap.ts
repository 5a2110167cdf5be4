import 'leaflet/dist/leaflet.css';
import { circleMarker, control, latLngBounds, map as createMap, tileLayer, type CircleMarker } from 'leaflet';
import type { Point, Tiles } from './point.ts';

/** The words on the map's own buttons. */
export interface MapWords {
  zoomIn: string;
  zoomOut: string;
}

/** A map that stands. */
export interface DrawnMap {
  /** Shows these points in place of those before; which of them is chosen. */
  show(points: readonly Point[], chosen: string | null): void;
  remove(): void;
}

const SMALLEST = 7;
const LARGEST = 26;
/** Room for the names at the edge, which stand there where no picture has them. */
const WORDS = 110;
/** Some kilometres around a single point. */
const CLOSEST = 13;

/** The area grows with the value, as the eye compares areas. */
const radiusOf = (value: number | null, most: number): number =>
  value === null ? SMALLEST : SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(value / Math.max(1, most));

/** Draws a map into an element. Without tiles nobody is asked for anything: the points stand on a plain ground. */
export function drawMap(element: HTMLElement, tiles: Tiles | null, words: MapWords, choose: (key: string) => void): DrawnMap {
  const coarse = matchMedia('(pointer: coarse)').matches;
  const map = createMap(element, {
    zoomControl: false,
    attributionControl: Boolean(tiles),
    // the page is scrolled over it; on a phone two fingers move it
    scrollWheelZoom: false,
    dragging: !coarse,
    zoomSnap: 0.25,
    zoomAnimation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
  });
  control.zoom({ zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut }).addTo(map);
  map.attributionControl?.setPrefix(false);
  if (tiles) tileLayer(tiles.url, { attribution: tiles.attribution }).addTo(map);
  let drawn: CircleMarker[] = [];
  let fitted = '';
  return {
    show(points, chosen) {
      for (const marker of drawn) marker.remove();
      const most = Math.max(0, ...points.map(({ value }) => value ?? 0));
      const bounds = points.map(({ latitude, longitude }) => [latitude, longitude] as [number, number]);
      const middle = points.reduce((sum, { longitude }) => sum + longitude, 0) / Math.max(1, points.length);
      // where the reader has moved it, it stays while the same places are shown
      const places = points.map(({ key }) => key).join();
      if (points.length && places !== fitted) map.fitBounds(latLngBounds(bounds), { padding: tiles ? [LARGEST, LARGEST] : [WORDS, LARGEST], maxZoom: CLOSEST });
      fitted = places;
      // the small ones lie upon the large
      drawn = points
        .toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0))
        .map(({ key, label, latitude, longitude, value, told }) =>
          circleMarker([latitude, longitude], {
            radius: radiusOf(value, most),
            className: `point${value === null ? ' hollow' : ''}${key === chosen ? ' chosen' : ''}`,
          })
            .bindTooltip(`${label} ${told}`, tiles ? { direction: 'top' } : { permanent: true, direction: longitude < middle ? 'left' : 'right' })
            .on('click', () => choose(key))
            .addTo(map),
        );
    },
    remove: () => void map.remove(),
  };
}
