/**
 * Words for a working day in place of a day off, as the calendars of countries that move working days write them.
 * "Workers' Day" and "Labour Day" are holidays.
 */
const WORKING = [
  /\b(?:make-?up|alternate|substitute|special|extra|compensat\w+)?[ -]?work(?:ing)?[ -]?days?\b/i,
  /[（(【[]\s*(?:补|補|上)?班\s*[）)】\]]|补班|補班|上班|補行上班|(?:^|[\s:：·-])班$/,
  /\bmunkanap/i,
  /(?:^|[^\p{L}])рабочий день/iu,
  /\barbeitstag\b/i,
  /\bjour (?:ouvré|ouvrable|travaillé)/i,
  /\bd[ií]a laborable/i,
  /\bdia útil/i,
  /làm bù/i,
  /วันทำงาน/,
];

/** "Special non-working day" is the opposite. */
const NOT =
  /\b(?:non?|not a|nem)[ -]+(?:\w+[ -])?(?:work|labor|útil|ouvr|travaill|munkanap)|arbeitsfrei|нерабоч|不(?:用)?上班|不补班|不補班|วันหยุด/i;

/** Whether a name, a category or a note says that people work on the day. */
export const isWorkingDay = (text: string): boolean =>
  !NOT.test(text) && WORKING.some((words) => words.test(text));
