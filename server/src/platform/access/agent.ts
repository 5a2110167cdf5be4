const browsers: readonly [name: string, sign: RegExp][] = [
  ['Edge', /\bEdgA?\//],
  ['Opera', /\bOPR\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(Firefox|FxiOS)\//],
  ['Chrome', /\b(Chrome|CriOS)\//],
  ['Safari', /\bSafari\//],
];
const systems: readonly [name: string, sign: RegExp][] = [
  ['Android', /\bAndroid\b/],
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMac OS X\b/],
  ['Linux', /\bLinux\b/],
];

/** What a person would call a browser, by how it names itself: "Firefox, Windows". No version: a list of sessions is not to tell browsers apart. */
export function agentOf(userAgent: string | undefined): string {
  const nameIn = (list: typeof browsers): string[] => list.filter(([, sign]) => sign.test(userAgent ?? '')).map(([name]) => name);
  return [...nameIn(browsers).slice(0, 1), ...nameIn(systems).slice(0, 1)].join(', ');
}
