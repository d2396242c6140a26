// Zweiklick's script interface: docs/javascript.md. Served at {base}/assets/api.d.ts.

/** Ids of services are those of the catalogue, such as "youtube". */
export interface Zweiklick {
  /**
   * Allows a service for as long as the site offers. Rejects where no placeholder of it stands in the page (visitors must have
   * been told what they allow), where the site offers no remembering, where the browser sends a GPC or DNT signal, and where
   * the visitor has not just clicked or pressed something.
   *
   * @param host server of the visitor's choice, for services that have many
   */
  allow(service: string, host?: string): Promise<void>;

  /** Takes a permission back, and what rests on it out of all pages that are open; all permissions where no service is named. */
  withdraw(service?: string, host?: string): Promise<void>;

  /**
   * Whether a service is allowed in this browser. Where no placeholder of it stands in the page, whether its notice has changed
   * since is not known.
   */
  state(service: string, host?: string): Promise<{allowed: true; since: Date} | {allowed: false}>;
}

export declare const allow: Zweiklick['allow'];
export declare const withdraw: Zweiklick['withdraw'];
export declare const state: Zweiklick['state'];

/** What events of a placeholder carry. */
export interface EmbedDetail {
  service: string;
  host?: string;
  /** A single load, one with a permission, or one because of an earlier permission. */
  scope: 'once' | 'remember' | 'replay';
}

declare global {
  interface Window {
    readonly zweiklick: Zweiklick;
  }

  interface HTMLElementEventMap {
    /** Before anything is loaded or stored; cancelable. */
    'zweiklick:load': CustomEvent<EmbedDetail>;
    'zweiklick:loaded': CustomEvent<EmbedDetail>;
    'zweiklick:withdrawn': CustomEvent<EmbedDetail>;
  }

  interface HTMLElementTagNameMap {
    /** Its attribute href is the address of a post, video and so on. */
    'zweiklick-embed': HTMLElement;
    'zweiklick-settings': HTMLElement;
  }
}
