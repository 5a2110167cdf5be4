import type { ManifestOptions } from 'vite-plugin-pwa';

/** How the installed app presents itself. */
export const manifest: Partial<ManifestOptions> = {
  id: '/',
  name: 'Torilla',
  short_name: 'Torilla',
  description: 'Anna palautetta kaupungille, seuraa osallisuussuunnitelmaa ja tule tapahtumiin. Toimii myös ilman verkkoa.',
  lang: 'fi',
  dir: 'ltr',
  start_url: '/',
  scope: '/',
  display: 'standalone',
  background_color: '#fbf9f4',
  theme_color: '#073d48',
  categories: ['government', 'social'],
  icons: [
    { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
    { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
    { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
    { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
  ],
};
