/** Beside the built scripts: the licences of the packages that they contain. */
export const LICENSES_FILE = "third-party-licenses.txt";
