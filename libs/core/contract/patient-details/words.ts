/** The kinds of detail, and the words for them. */

export type PatientDetail = 'NHS_NUMBER' | 'DATE_OF_BIRTH' | 'POSTCODE' | 'HOSPITAL_NUMBER';

/** What each kind is, after "this looks like". */
export const patientDetailWords: Readonly<Record<PatientDetail, string>> = {
  NHS_NUMBER: 'an NHS number',
  DATE_OF_BIRTH: 'somebody’s date of birth',
  POSTCODE: 'somebody’s full postcode',
  HOSPITAL_NUMBER: 'a hospital number',
};

/** What somebody is told whose text holds such a detail. */
export function patientDetailSentence(kind: PatientDetail): string {
  return `This looks like ${patientDetailWords[kind]}. Cut it out, or say why it is no patient’s`;
}

/** What stands where a detail was cut out. */
export const cutOutMark = '[cut out]';
