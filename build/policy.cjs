/**
 * The Content-Security-Policy, said twice: in the page, so that it holds wherever the page is served from, and in a header of the
 * server, which alone can say who may frame the page.
 */

/**
 * Admits the style sheets that Fluent makes while running and keeps out every style attribute and element in markup, which
 * 'unsafe-inline' would let in. The same at every load, since the pages are static files.
 */
const STYLE_NONCE = "weiyuan-pane";

/** Excel on the web shows the pane in a frame; desktop Excel shows it as a page of its own. A "*" stands for data centres and tenants. */
const FRAME_ANCESTORS = [
  // office.js frames pages of its own folder.
  "'self'",
  // The frame of Excel on the web that has the add-ins in it, worldwide.
  "https://*.officeapps.live.com",
  // The pages around that frame, which count as well: SharePoint and OneDrive for work, office.com, Microsoft 365's newer domain.
  "https://*.sharepoint.com",
  "https://*.office.com",
  "https://*.cloud.microsoft",
  // The same two of Microsoft 365 run by 21Vianet.
  "https://*.partner.officewebapps.cn",
  "https://*.sharepoint.cn",
];

/**
 * @param {string | undefined} officeOrigin origin that office.js comes from, where it is not the page's own
 * @param {string} connect what the page may send requests to: nothing, or the development server's socket
 */
const pagePolicy = (officeOrigin, connect = "'none'") =>
  [
    "default-src 'none'",
    `script-src ${["'self'", officeOrigin].filter(Boolean).join(" ")}`,
    `style-src 'nonce-${STYLE_NONCE}'`,
    "img-src 'self' data:",
    `connect-src ${connect}`,
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");

/**
 * Of the two policies the stricter holds in each point. The header's is for all files, so it lets in style sheets of its own origin
 * too: the error page of office.js has one, without the nonce.
 * @param {string | undefined} officeOrigin as above
 */
const headerPolicy = (officeOrigin) =>
  `${pagePolicy(officeOrigin).replace("style-src", "style-src 'self'")}; frame-ancestors ${FRAME_ANCESTORS.join(" ")}`;

module.exports = { STYLE_NONCE, headerPolicy, pagePolicy };
