// the board is served as files by the API: every page is made in the browser
export const ssr = false;
