/** Sends a picture as it is: the hub makes a small one of it and keeps nothing else. */

/** The problem in a sentence, or null when it was taken. */
export async function sendPhoto(file: File): Promise<string | null> {
  if (!/^image\/(png|jpeg|webp)$/.test(file.type)) return 'Choose a PNG, JPEG or WebP picture';
  if (file.size > 5 * 1024 * 1024) return 'Choose a picture of 5 MB or less';
  try {
    const { ok, status } = await fetch('/members/photo', {
      method: 'POST',
      headers: { 'content-type': file.type },
      body: file,
    });
    return ok ? null : sentenceFor(status);
  } catch {
    return 'The hub cannot be reached. Try again';
  }
}

function sentenceFor(status: number): string {
  if (status === 422) return 'This file is no picture that the hub can read. Choose a PNG, JPEG or WebP picture';
  if (status === 413) return 'Choose a picture of 5 MB or less';
  if (status === 429) return 'You have sent many pictures. Try again in an hour';
  if (status === 401 || status === 403) return 'Sign in to go on';
  return 'Sorry, there is a problem with the hub. Try again';
}
