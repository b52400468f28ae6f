/**
 * How a file is sent: its bytes as the body of a POST, its type as Content-Type, its name in Content-Disposition
 * (`attachment; filename*=UTF-8''…`), and these two headers, percent-encoded.
 */
export const uploadPath = '/files';
/** The reference of what it is attached to. */
export const subjectHeader = 'hub-subject';
/** What a picture shows, for those who do not see it. */
export const alternativeHeader = 'hub-alternative';
export const longestAlternative = 500;
