/** File beside the built scripts with the licences of the packages they contain. */
export const LICENSES_FILE = "third-party-licenses.txt";
