/** A page as the server sends it before any script has run. */
export interface RenderedPage {
  /** The window's title. */
  title: string;
  /** What stands in `#app`, as HTML. */
  html: string;
  /** The modules of the app that the page is made of, by their paths in the client: their style sheets belong to the page. */
  modules: string[];
  /** What the page knows of the city, as JSON: the app starts with it. */
  state: string;
}

/** Asks the API for a page that is being rendered: as `fetch` does, with a path instead of an address. */
export type Ask = (path: string, request?: RequestInit) => Promise<Response>;

/**
 * Renders the page at a path, in Finnish and as everybody sees it.
 * @returns null where the page is not one to be read: the app draws it
 * @throws when a question of the page has no answer
 */
export type Render = (path: string, ask: Ask) => Promise<RenderedPage | null>;
